/**
 * Why a document could not be read: 'notWhatItSays' the content is of another format than the name says (`expected`, `looksLike`), 'tooLarge'
 * more bytes than are read (`bytes`, `limitMb`), 'damaged' it ends too early or is broken, 'outOfMemory' it took too much memory or, by its
 * depth or number of elements, would (`depth`, `tags`, `elements`, `pages`), 'styleBroken' a citation style has an error (`line`, `column`,
 * `why`), 'styleDependent' it only names another (`parent`), the rest as they say.
 */
export type IngestErrorCode =
  | 'notWhatItSays'
  | 'empty'
  | 'tooLarge'
  | 'unreadable'
  | 'damaged'
  | 'encrypted'
  | 'unsupported'
  | 'timeout'
  | 'outOfMemory'
  | 'crashed'
  | 'styleBroken'
  | 'styleDependent'
  | 'cancelled';

/** Facts about a failure for the message that the window makes of it; never text for the user. */
export type IngestErrorDetails = Record<string, string | number>;

/** The only error that reading a document may end in. */
export class IngestError extends Error {
  readonly code: IngestErrorCode;
  readonly details: IngestErrorDetails;

  constructor(code: IngestErrorCode, details: IngestErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'IngestError';
    this.code = code;
    this.details = details;
  }
}
