const MONTHS: Record<string, number> = {};
const NAMES = [
  'enero january jan ene',
  'febrero february feb',
  'marzo march mar',
  'abril april abr apr',
  'mayo may',
  'junio june jun',
  'julio july jul',
  'agosto august ago aug',
  'septiembre setiembre september sep sept set',
  'octubre october oct',
  'noviembre november nov',
  'diciembre december dic dec',
];
for (const [i, names] of NAMES.entries()) for (const name of names.split(' ')) MONTHS[name] = i + 1;

/**
 * Reads a date as documents declare it — ISO 8601, PDF («D:20240517…», ISO 32000-1 §7.9.4), «17 de mayo de 2024», «May 17, 2024» — into
 * EDTF level 0. Null when there is none, or when day and month cannot be told apart («3/4/2024»).
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T\s])/.exec(trimmed);
  if (iso) return formatDate(iso[1], iso[2], iso[3]);
  const pdf = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:\d{2}|$|[Z+-])/.exec(trimmed);
  if (pdf) return formatDate(pdf[1], pdf[2], pdf[3]);
  return parseWrittenDate(trimmed.toLowerCase()) ?? parseNumericDate(trimmed);
}

function parseWrittenDate(text: string): string | null {
  const dayFirst =
    /(?:(\d{1,2})(?:º|°|st|nd|rd|th)?\s+(?:de\s+|of\s+)?)?(\p{L}{3,10})\.?,?\s+(?:de[l]?\s+)?(\d{4})\b/u.exec(
      text,
    );
  if (dayFirst && MONTHS[dayFirst[2]!])
    return formatDate(dayFirst[3], `${MONTHS[dayFirst[2]!]}`, dayFirst[1]);
  const monthFirst = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  if (monthFirst && MONTHS[monthFirst[1]!])
    return formatDate(monthFirst[3], `${MONTHS[monthFirst[1]!]}`, monthFirst[2]);
  return null;
}

function parseNumericDate(text: string): string | null {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first > 12) return formatDate(parts[3], parts[2], parts[1]);
  if (second > 12) return formatDate(parts[3], parts[1], parts[2]);
  return first === second ? formatDate(parts[3], parts[1], parts[2]) : null;
}

/** A year that cannot be is no date; a month or day that cannot be is left out. */
function formatDate(year?: string, month?: string, day?: string): string | null {
  const y = Number(year);
  if (!(y >= 1000 && y <= 2200)) return null;
  const m = Number(month ?? 0);
  if (!(m >= 1 && m <= 12)) return `${y}`;
  const start = `${y}-${`${m}`.padStart(2, '0')}`;
  const d = Number(day ?? 0);
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return d >= 1 && d <= last ? `${start}-${`${d}`.padStart(2, '0')}` : start;
}
