import { cleanText } from '../read-content/clean-text.ts';
import { splitByDirection } from '../text-direction.ts';

/** Markup that is safe to put into a page: made by {@link escapeText} and {@link element} alone. */
export type Html = string;

/** Attributes by name; null, undefined and false leave one out, true writes its name as its value (as XML wants). */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

const VOID = new Set(['br', 'hr', 'img', 'meta', 'col']);

/** Text as it may stand between tags and inside a quoted attribute. */
export function escapeText(text: string): Html {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text for a reader: names from right to left stand apart, so that a number or comma after one stays after it. */
export function writeText(text: string): Html {
  return splitByDirection(text)
    .map(part => (part.rightToLeft ? element('bdi', {}, escapeText(part.text)) : escapeText(part.text)))
    .join('');
}

/** One element, written so that HTML and XML readers see the same; empty children are left out. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: (Html | null | undefined)[]
): Html {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const open = `<${name}${written.join('')}`;
  return VOID.has(name) ? `${open} />` : `${open}>${children.filter(Boolean).join('')}</${name}>`;
}

function attribute(name: string, value: Attributes[string]): string {
  if (value === null || value === undefined || value === false) return '';
  return ` ${name}="${value === true ? name : escapeText(String(value))}"`;
}
