/** Level 0–1 of EDTF (ISO 8601-2) as far as a meeting needs it: a year, a month or a day, each uncertain or not, or two of them. */
const onePattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([?~%])?$/;

/** Whether a date may be kept: empty, or EDTF such as «2026», «2026-11», «2026-11-22», «2026~», «2026-11-22/2026-11-24». */
export function isDate(written: string): boolean {
  const text = written.trim();
  if (text === '') return true;
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(part => part === '..' || isOneDate(part)) && text !== '../..';
}

function isOneDate(text: string): boolean {
  const match = onePattern.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (!month || !day) return true;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1;
}

/** A date in words («22 de noviembre de 2026»), as it was written when it is no EDTF; empty when it is unknown. */
export function writeDate(edtf: string, locale: string): string {
  if (!isDate(edtf)) return edtf;
  return edtf
    .trim()
    .split('/')
    .map(part => writeOneDate(part, locale))
    .join(' – ');
}

function writeOneDate(text: string, locale: string): string {
  const match = onePattern.exec(text);
  if (!match) return text === '..' ? '…' : '';
  const [, year = '', month, day, doubt = ''] = match;
  if (!month) return `${year}${doubt}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const format: Intl.DateTimeFormatOptions = day
    ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
    : { month: 'long', year: 'numeric', timeZone: 'UTC' };
  return `${new Intl.DateTimeFormat(locale, format).format(date)}${doubt}`;
}
