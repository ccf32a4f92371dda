import type { CallError } from '../contract/result.ts';
import { isMessageKey, type MessageKey, type MessageValues } from './format-message.ts';

/** Writes a message in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** A failure in the reader's words: what went wrong, what was kept and what to do, the text of «error.<code>». */
export function describeError({ code, details }: Omit<CallError, 'message'>, t: Translate): string {
  return t(`error.${code}`, describeDetails(details, t));
}

/** A kind of content by its usual name instead of the program's own. */
function describeDetails(details: CallError['details'], t: Translate): MessageValues {
  const kind = `app.looksLike.${details.looksLike}`;
  const looksLike = t(isMessageKey(kind) ? kind : 'app.looksLike.binary');
  const picture = { picture: 'no', megapixels: 0, limitMegapixels: 0 };
  return { file: '', limitMb: 0, theme: '', why: '', ...picture, ...details, looksLike };
}
