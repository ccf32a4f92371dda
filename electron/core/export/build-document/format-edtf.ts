import type { Language } from '../../../../shared/model/common.ts';

/** Spanish dates are written as all its countries read them («septiembre», not Peru's «setiembre»). */
const LOCALES: Record<Language, string> = { es: 'es', en: 'en-GB' };
const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/;

/**
 * An EDTF date (ISO 8601-2, levels 0 and 1) in words: «14 de mayo de 2026», «mayo de 2026», «2018»; an interval as
 * both ends with a dash. What is not understood stays as it was written.
 */
export function formatEdtf(edtf: string, language: Language): string {
  const ends = edtf.split('/').map(end => formatOne(end, language));
  return ends.every(end => end !== null) ? ends.join(' – ') : edtf;
}

/** Day and month of a date («3 de septiembre»), empty where it has none. */
export function formatDayMonth(edtf: string, language: Language): string {
  const match = readDate(edtf);
  if (!match?.[2]) return '';
  return write(match, language, match[3] ? { day: 'numeric', month: 'long' } : { month: 'long' });
}

/** The date of a timestamp (UTC) in figures: «22/11/2026». */
export function formatShortDate(timestamp: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(timestamp));
}

/** Null for what is no day of the calendar («2018-02-31», a season «2018-21»): it would silently become another day. */
function readDate(edtf: string): RegExpExecArray | null {
  const match = DATE.exec(edtf);
  if (!match) return null;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? match : null;
}

function formatOne(edtf: string, language: Language): string | null {
  const match = readDate(edtf);
  if (!match) return null;
  if (!match[2]) return match[1]!;
  const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
  return write(match, language, match[3] ? { day: 'numeric', ...options } : options);
}

function write(
  [, year, month, day]: RegExpExecArray,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(date);
}
