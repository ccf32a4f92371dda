import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createFileTokens } from '../../electron/core/file-tokens.ts';

test('a token stands for one path, the same path for one token, and another register knows neither', () => {
  const files = createFileTokens();
  const token = files.grant('/carpeta/../carpeta/a.pdf');
  expect(files.resolve(token)).toBe(resolve('/carpeta/a.pdf'));
  expect(files.grant('/carpeta/a.pdf')).toBe(token);
  expect(files.grant('/carpeta/b.pdf')).not.toBe(token);
  expect(() => createFileTokens().resolve(token)).toThrow('tokenUnknown');
});

test('tokens are long, and say nothing of their path', () => {
  const tokens = new Set(Array.from({ length: 1000 }, (_, i) => createFileTokens().grant(`/a${i}`)));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
});
