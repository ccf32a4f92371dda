/** A DOM element, as far as the schema reads one; the schema itself runs without a DOM. */
interface ReadableElement {
  getAttribute(name: string): string | null;
}

/** An attribute of a pasted element, null where it has none. */
export function readAttribute(dom: unknown, name: string): string | null {
  return (dom as ReadableElement).getAttribute(name);
}

/** A whole number in an attribute, `otherwise` where there is none. */
export function readInteger(dom: unknown, name: string, otherwise: number): number {
  const value = Number.parseInt(readAttribute(dom, name) ?? '', 10);
  return Number.isFinite(value) ? value : otherwise;
}

/** An attribute when it is one of `allowed`, else `otherwise`. */
export function readOneOf<T extends string>(
  dom: unknown,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = readAttribute(dom, name);
  return allowed.find(each => each === value) ?? otherwise;
}

/** What a block may be held back from: «internal» stays out of everything that leaves the delegation. */
export const disclosure = { disclosure: { default: null, validate: 'string|null' } };

/** The DOM attribute of a block that is not to be disclosed. */
export function disclosureAttribute(value: unknown): Record<string, string> {
  return value === 'internal' ? { 'data-disclosure': 'internal' } : {};
}

/** The reading of {@link disclosureAttribute}. */
export function readDisclosure(dom: unknown): 'internal' | null {
  return readAttribute(dom, 'data-disclosure') === 'internal' ? 'internal' : null;
}
