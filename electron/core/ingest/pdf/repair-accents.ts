import type { PdfLine } from './read-lines.ts';

/** Spacing accents as old TeX fonts draw them before their letter, and the combining marks that they mean. */
const MARKS: Record<string, string> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  '˜': '\u0303',
  ˆ: '\u0302',
  '¸': '\u0327',
};

const DRAWN_APART = /([´`¨˜ˆ]) ?([aeiouAEIOUnNıyY])|(¸) ?([cC])/g;
const SPACING_ACCENT = /[´`¨˜ˆ¸]/;

/** Composes accents that were drawn apart from their letters («Educaci´on», «a˜no»), in place, in every run of the line. */
export function repairAccents(line: PdfLine): void {
  if (!SPACING_ACCENT.test(line.text)) return;
  for (const run of line.runs) run.text = composeAccents(run.text);
  line.text = line.runs.map(run => run.text).join('');
}

function composeAccents(text: string): string {
  return text.replace(DRAWN_APART, (_, accent?: string, letter?: string, cedilla?: string, c?: string) => {
    const base = (letter ?? c)!.replace('ı', 'i');
    return (base + MARKS[(accent ?? cedilla)!]!).normalize('NFC');
  });
}
