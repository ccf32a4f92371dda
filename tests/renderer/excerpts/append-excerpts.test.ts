import { expect, test } from 'vitest';
import { appendExcerpts } from '../../../renderer/features/excerpts/append-excerpts.ts';
import { quoteText } from '../../../renderer/features/excerpts/drag-excerpt.ts';
import { documentSchema } from '../../../shared/document/schema.ts';

const id = '0190a000-0000-7000-8000-000000000001';
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('puts excerpts behind what is written, and the schema takes them', () => {
  const text = appendExcerpts({ type: 'doc', content: [paragraph('Antes')] }, [id]);
  const node = documentSchema.nodeFromJSON(text);
  node.check();
  expect(node.childCount).toBe(2);
  expect(node.child(1).attrs.excerptId).toBe(id);
});

test('the empty paragraph of a new part gives way', () => {
  const text = appendExcerpts({ type: 'doc', content: [{ type: 'paragraph' }] }, [id]);
  const node = documentSchema.nodeFromJSON(text);
  node.check();
  expect(node.childCount).toBe(1);
});

test('leaves the given text as it was', () => {
  const text = { type: 'doc', content: [paragraph('Antes')] };
  const before = structuredClone(text);
  appendExcerpts(text, [id]);
  expect(text).toEqual(before);
});

test('an excerpt copied elsewhere carries its citation', () => {
  expect(quoteText({ exact: 'La paz', citation: '(OEA, 2018, p. iv)' })).toBe('«La paz» (OEA, 2018, p. iv)');
});
