/** Where a pasted style attribute is kept while it is read. */
const attribute = 'data-style';

/**
 * Renames the style attributes of pasted HTML before it is parsed: the window's security policy applies to parsed
 * documents too, so that a style attribute would be refused, with a warning each, and could not be read.
 */
export function hideStyles(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ` ${attribute}=`));
}

/** The style that an element of HTML treated by {@link hideStyles} had. */
export function readStyle(element: Element): CSSStyleDeclaration {
  const probe = document.createElement('span');
  probe.style.cssText = element.getAttribute(attribute) ?? '';
  return probe.style;
}

/** The style attribute as it was written, with what no browser knows (Word's `mso-list`). */
export function readStyleText(element: Element): string {
  return element.getAttribute(attribute) ?? '';
}
