import { expect, test } from 'vitest';
import { ANNOTATION_BREAKAGES } from './breakages/annotations.ts';
import { type Breakages, BrokenPdf } from './breakages/broken-pdf.ts';
import { FILE_BREAKAGES } from './breakages/file.ts';
import { FONT_BREAKAGES } from './breakages/fonts.ts';
import { STRUCTURE_BREAKAGES } from './breakages/structure.ts';
import { checkPdf } from './check-pdf.ts';
import { CONDITIONS, type Condition, HUMAN_CONDITIONS, UNJUDGED_CONDITIONS } from './conditions.ts';
import { specimenPdf } from './specimen.ts';

/** One breakage for every condition: the compiler asks for those that are missing. */
const BREAKAGES: Breakages<Condition> = {
  ...STRUCTURE_BREAKAGES,
  ...ANNOTATION_BREAKAGES,
  ...FONT_BREAKAGES,
  ...FILE_BREAKAGES,
};

let specimen: Promise<Uint8Array> | null = null;

async function openSpecimen(): Promise<BrokenPdf> {
  specimen ??= specimenPdf('es');
  return BrokenPdf.open(await specimen);
}

async function conditionsOf(bytes: Uint8Array): Promise<Condition[]> {
  const { findings } = await checkPdf(bytes);
  return [...new Set(findings.map(each => each.condition))];
}

type Change = (bytes: string) => string;

function isChange(value: unknown): value is Change {
  return typeof value === 'function';
}

function changeBytes(bytes: Uint8Array, change: Change): Uint8Array {
  const before = Buffer.from(bytes).toString('latin1');
  const after = change(before);
  if (after === before) throw new Error('Nothing changed in the bytes');
  return Buffer.from(after, 'latin1');
}

test.each(['es', 'en'] as const)('a specimen with every block (%s) fails nothing', async language => {
  const { findings, pages } = await checkPdf(await specimenPdf(language));
  expect(findings).toEqual([]);
  expect(pages).toBeGreaterThan(4);
});

test('a specimen that pdf-lib has written again fails nothing', async () => {
  expect(await conditionsOf(await (await openSpecimen()).save())).toEqual([]);
});

test.each(Object.keys(CONDITIONS) as Condition[])('%s is reported when it is broken', async condition => {
  const pdf = await openSpecimen();
  const change = BREAKAGES[condition](pdf);
  const saved = await pdf.save();
  expect(await conditionsOf(isChange(change) ? changeBytes(saved, change) : saved)).toContain(condition);
});

test('no condition is both tested and left to a person or unjudged', () => {
  const known = [...Object.keys(CONDITIONS), ...HUMAN_CONDITIONS, ...Object.keys(UNJUDGED_CONDITIONS)];
  expect(new Set(known).size).toBe(known.length);
});

test('what is no PDF is refused', async () => {
  await expect(checkPdf(Buffer.from('no soy un PDF'))).rejects.toThrow();
});
