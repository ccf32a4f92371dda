import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { loadLocale } from '../../../electron/core/citations/load-locale.ts';
import { IngestError } from '../../../electron/core/ingest/ingest-error.ts';
import { bracketStyle, noteStyle, numericStyle } from '../../helpers/citation-styles.ts';
import { openParser } from '../../helpers/citation-tools.ts';
import { resourcesDir } from '../../helpers/open-core.ts';

const styles = [bracketStyle, noteStyle, numericStyle];
const locales = [loadLocale(resourcesDir, 'es'), loadLocale(resourcesDir, 'en')];

/** What a damaged style may end in; a deadly one has killed nothing but its reader. */
const REFUSALS = ['styleBroken', 'styleDependent', 'empty', 'crashed', 'timeout', 'outOfMemory'];

/** A piece of a style cut out, doubled, or put elsewhere, or letters put in. */
const damage = fc.record({
  style: fc.constantFrom(...styles),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(120),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('cut', 'end', 'double', 'move', 'write'),
  letters: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('<', '"', '&', '<text macro="place"/>', '<choose/>', '<!DOCTYPE a>'),
  ),
});

function spoil({
  style,
  at,
  length,
  to,
  kind,
  letters,
}: Parameters<Parameters<typeof damage.map>[0]>[0]): string {
  const from = Math.floor(at * style.length);
  const piece = style.slice(from, from + length);
  const rest = style.slice(0, from) + style.slice(from + length);
  const place = Math.floor(to * rest.length);
  switch (kind) {
    case 'cut':
      return rest;
    case 'end':
      return style.slice(0, from);
    case 'double':
      return style.slice(0, from) + piece + style.slice(from);
    case 'move':
      return rest.slice(0, place) + piece + rest.slice(place);
    default:
      return style.slice(0, from) + letters + style.slice(from);
  }
}

test('a damaged style is refused by name or works, and the next one is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'valija-styles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const parser = openParser();
  const path = join(folder, 'a.csl');
  const read = async (csl: string) => {
    writeFileSync(path, csl);
    return parser.perform('style', { path, locales });
  };
  let works = 0;
  await fc.assert(
    fc.asyncProperty(damage, async damaged => {
      const csl = spoil(damaged);
      const outcome = await read(csl).catch((error: unknown) => error);
      if (outcome instanceof IngestError) expect(REFUSALS).toContain(outcome.code);
      else {
        works++;
        expect(outcome).toMatchObject({ csl });
      }
    }),
    { numRuns: 250 },
  );
  expect(works).toBeGreaterThan(0);
  expect((await read(bracketStyle)).title).toBe('Corchetes');
}, 120_000);

test.each([
  ['elements a hundred thousand deep', `${'<group>'.repeat(50_000)}${'</group>'.repeat(50_000)}`],
  ['a macro that calls itself through another', '<text macro="uno"/>'],
  ['forty thousand elements', '<text value="a"/>'.repeat(40_000)],
])(
  '%s bring down nobody but their reader',
  async (_name, inside) => {
    const folder = await mkdtemp(join(tmpdir(), 'valija-styles-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const parser = openParser();
    const path = join(folder, 'a.csl');
    const macros =
      '<macro name="uno"><text macro="dos"/></macro><macro name="dos"><text macro="uno"/></macro>';
    const csl = bracketStyle
      .replace('<macro name="authors">', `${macros}<macro name="authors">`)
      .replace('<layout prefix="[" suffix="]">', `<layout prefix="[" suffix="]">${inside}`);
    writeFileSync(path, csl);
    const outcome = await parser.perform('style', { path, locales }).catch((error: unknown) => error);
    if (outcome instanceof IngestError) expect(REFUSALS).toContain(outcome.code);
    else expect(outcome).toMatchObject({ title: 'Corchetes' });
    writeFileSync(path, noteStyle);
    expect(await parser.perform('style', { path, locales })).toMatchObject({ title: 'Notas', kind: 'note' });
  },
  60_000,
);
