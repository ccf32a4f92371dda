import { expect, test } from 'vitest';
import { isStaleAfter } from '../../../renderer/app/stale-calls.ts';
import { nouns } from '../../../shared/contract/events.ts';

test('an edited source is read anew wherever it is shown', () => {
  for (const call of ['sources.list', 'sources.get', 'search.query', 'excerpts.list', 'library.status']) {
    expect(isStaleAfter(call, ['sources']), call).toBe(true);
  }
});

test('an edit of metadata does not load pages and originals again', () => {
  expect(isStaleAfter('sources.file', nouns)).toBe(false);
  expect(isStaleAfter('sources.pages', nouns)).toBe(false);
});

test('a change leaves alone what it does not touch', () => {
  expect(isStaleAfter('settings.get', ['sources', 'excerpts', 'dossiers'])).toBe(false);
  expect(isStaleAfter('dossiers.list', ['tags', 'settings'])).toBe(false);
  expect(isStaleAfter('sources.list', [])).toBe(false);
});

test('the trash follows everything that can be put into it', () => {
  for (const noun of ['sources', 'excerpts', 'dossiers', 'sections', 'trash'] as const) {
    expect(isStaleAfter('library.trash', [noun]), noun).toBe(true);
  }
});
