import { isEdtf } from '../../../../shared/model/edtf.ts';

/** A year, a month or a day, each uncertain or not: what is put into words. */
const onePattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?$/;

/** Whether a date may be kept: empty, or EDTF such as «2026», «2026-11», «2026-11-22», «2026~», «2026-11-22/2026-11-24». */
export function isDate(written: string): boolean {
  const text = written.trim();
  return text === '' || isEdtf(text);
}

/** A date in words («22 de noviembre de 2026»), as it was written where there are none for it; empty when it is unknown. */
export function writeDate(edtf: string, locale: string): string {
  if (!isDate(edtf)) return edtf;
  const parts = edtf
    .trim()
    .split('/')
    .map(part => writeOneDate(part, locale));
  return parts.join(' – ');
}

function writeOneDate(text: string, locale: string): string {
  const match = onePattern.exec(text);
  if (!match) return text === '..' ? '…' : text;
  const [, year = '', month, day, doubt = ''] = match;
  if (!month) return `${year}${doubt}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const format: Intl.DateTimeFormatOptions = day
    ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
    : { month: 'long', year: 'numeric', timeZone: 'UTC' };
  return `${new Intl.DateTimeFormat(locale, format).format(date)}${doubt}`;
}
