import type { ContentPart } from '../../../shared/document/content-document.ts';

const known = new WeakMap<ContentPart, string>();

/** A part as JSON, made once: content is never changed, and a preview meets the same parts at every keystroke. */
export function partJson(part: ContentPart): string {
  let json = known.get(part);
  if (json === undefined) {
    json = JSON.stringify(part);
    known.set(part, json);
  }
  return json;
}
