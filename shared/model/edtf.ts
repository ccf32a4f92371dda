/**
 * Whether a text is a date in EDTF (ISO 8601-2), as far as a document's date needs it: level 0 and 1 dates with
 * `~`, `?` or `%`, unspecified digits («201X»), seasons («2018-21»), and intervals («2018/2019», «2018/..»).
 */
export function isEdtf(text: string): boolean {
  const ends = text.split('/');
  if (ends.length === 2) {
    const open = (end: string) => end === '' || end === '..';
    return ends.every(end => open(end) || isDate(end)) && !ends.every(open);
  }
  return ends.length === 1 && isDate(text);
}

const dateShape = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[~?%]?$/;

function isDate(text: string): boolean {
  const match = dateShape.exec(text);
  // Level 1 marks a digit as unspecified or a date as doubtful, not both.
  if (!match || /X.*[~?%]$/.test(text)) return false;
  const [, year = '', month, day] = match;
  if (month === undefined || month === 'XX') return day === undefined || day === 'XX';
  const monthNumber = Number(month);
  const isSeason = monthNumber >= 21 && monthNumber <= 24;
  if (isSeason) return day === undefined;
  if (monthNumber < 1 || monthNumber > 12) return false;
  if (day === undefined || day === 'XX') return true;
  return Number(day) >= 1 && Number(day) <= daysIn(year, monthNumber);
}

/** Days of a month; in a year with unspecified digits February may have 29. */
function daysIn(year: string, month: number): number {
  const date = new Date(Date.UTC(2000, month, 0));
  if (!year.includes('X')) date.setUTCFullYear(Number(year), month, 0);
  return date.getUTCDate();
}
