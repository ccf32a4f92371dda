/** Decimals beyond these are not printed, however small the figure. */
const MOST_DECIMALS = 12;

/**
 * A figure as the document's language writes it, whatever the machine's: «1 234,5» in Spanish, «1,234.5» in English. `decimals`
 * fixes their number; without it there are as many as the figure has, up to six, more where it is smaller than one in a million.
 */
export function formatFigure(value: number, language: string, decimals?: number): string {
  const size = Math.abs(value);
  const places = decimals ?? (size > 0 && size < 1e-4 ? MOST_DECIMALS : 6);
  const [whole = '', part = ''] = size.toFixed(Math.min(places, MOST_DECIMALS)).split('.');
  const fraction = decimals === undefined ? part.replace(/0+$/, '') : part;
  const spanish = language.toLowerCase().split('-')[0] !== 'en';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, spanish ? '\u00a0' : ',');
  const isZero = /^0*$/.test(whole + fraction);
  const sign = value < 0 && !isZero ? '−' : '';
  return `${sign}${grouped}${fraction ? `${spanish ? ',' : '.'}${fraction}` : ''}`;
}

/** How many decimals the multiples of a step need. */
export function decimalsOf(step: number): number {
  if (!(step > 0)) return 0;
  let places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  // A step of 2.5 needs one more than its magnitude says.
  while (places < MOST_DECIMALS && Math.abs(Math.round(step * 10 ** places) - step * 10 ** places) > 1e-6)
    places++;
  return Math.min(places, MOST_DECIMALS);
}
