const PAGE = '{page}';

/**
 * A reference's words where there are no pages: «cuadro 3, p. {page}» says «cuadro 3», «la ficha (carpeta, p. {page})» says
 * «la ficha (carpeta)». '' where the words speak of the page alone.
 */
export function withoutPage(text: string): string {
  const at = text.indexOf(PAGE);
  if (at < 0) return text.trim();
  const before = text.slice(0, at);
  const cut = Math.max(...['·', ',', ';', '(', '–', '—', ':'].map(sign => before.lastIndexOf(sign)));
  if (cut < 0) return '';
  const kept = before.slice(0, cut).trim();
  const open = kept.lastIndexOf('(') > kept.lastIndexOf(')');
  return open && text.slice(at).includes(')') ? `${kept})` : kept;
}
