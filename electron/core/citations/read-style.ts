import { decodeText } from '../ingest/decode-text.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { readBounded } from '../ingest/read-bounded.ts';
import type { CheckedStyle, CslLocale } from './citation-task.ts';
import { formatCitations, loadProcessor, orEnd } from './csl-processor.ts';
import { trialTask } from './trial-citations.ts';

/** The largest style that is read, in bytes: those in use have 10 to 150 kB. */
const MOST_BYTES = 2 ** 20;

/** How long a title may be that stands in a list of styles. */
const LONGEST_TITLE = 300;

/**
 * Reads a CSL style, checks it and tries it on sources of every kind. Throws IngestError `styleBroken` (`line`, `column`, `why`),
 * `styleDependent` (`parent`), or as for any file.
 */
export async function readStyle(path: string, locales: readonly CslLocale[]): Promise<CheckedStyle> {
  const csl = decodeText(await readBounded(path, MOST_BYTES)).text;
  refuseDeclarations(csl);
  const wasm = await loadProcessor();
  const meta = await orEnd(async () => wasm.parseStyleMetadata(csl), csl);
  for (const locale of locales) await formatCitations(trialTask(csl, locale));
  const title = meta.info.title.value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed();
  return { title, kind: meta.class === 'note' ? 'note' : 'in-text', csl };
}

/** A style needs no document type, and what one declares could grow without bound. */
function refuseDeclarations(csl: string): void {
  for (let at = csl.indexOf('<!'); at >= 0; at = csl.indexOf('<!', at)) {
    const end = csl.startsWith('<!--', at) ? '-->' : csl.startsWith('<![CDATA[', at) ? ']]>' : null;
    if (end === null) {
      const before = csl.slice(0, at).split('\n');
      const place = { line: before.length, column: before.at(-1)!.length + 1 };
      throw new IngestError('styleBroken', { ...place, why: 'document type declaration' });
    }
    const close = csl.indexOf(end, at);
    // What is never closed is the processor's to refuse.
    if (close < 0) return;
    at = close;
  }
}
