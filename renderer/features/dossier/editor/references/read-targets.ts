/** A heading, table or figure that a cross-reference may lead to, as it stands in its part's text. */
export interface TextTarget {
  kind: 'heading' | 'table' | 'figure';
  /** Empty until something refers to it. */
  id: string;
  /** The heading's words, or the caption. */
  title: string;
}

const kinds: Readonly<Record<string, TextTarget['kind']>> = {
  heading: 'heading',
  table: 'table',
  figure: 'figure',
  chart: 'figure',
};

/** Whether cross-references may lead to a node of this type. */
export function isTargetNode(type: unknown): boolean {
  return typeof type === 'string' && type in kinds;
}

/** What a cross-reference needs of a node of the text; null for one that nothing refers to. `words` are those of a heading or a caption. */
export function readTarget(
  type: unknown,
  attributes: Readonly<Record<string, unknown>> | undefined,
  words: () => string,
): TextTarget | null {
  const kind = typeof type === 'string' ? kinds[type] : undefined;
  if (!kind) return null;
  const title = kind === 'table' ? String(attributes?.caption ?? '') : words();
  return { kind, id: String(attributes?.id ?? ''), title: title.trim() };
}
