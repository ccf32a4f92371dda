import { expect } from 'vitest';
import type { CallError } from '../../shared/contract/result.ts';
import { describeError } from '../../shared/i18n/describe-error.ts';
import { formatMessage } from '../../shared/i18n/format-message.ts';

/** Names of kinds of content as the program calls them inside; a reader should never meet one. */
const innerNames = /\b(?:binary|image|email|text|markdown|undefined|null|NaN)\b/;

/** Checks that a failure reads as whole sentences in both languages, and names the file where it is given. */
export function expectMessage(error: CallError, file: string | null): void {
  if (file !== null) expect(error.details).toMatchObject({ file });
  for (const language of ['es', 'en'] as const) {
    const message = describeError(error, (key, values) => formatMessage(language, key, values));
    if (file !== null) expect(message).toContain(file);
    const frame = message.replaceAll(String(error.details.file), 'Archivo');
    expect(frame, frame).toMatch(/^[¿¡«“"'‘]?\p{Lu}.*[.!?]$/su);
    expect(frame, frame).not.toMatch(/[{}]/);
    expect(frame, frame).not.toMatch(language === 'es' ? innerNames : /\b(?:undefined|null|NaN)\b/);
  }
}
