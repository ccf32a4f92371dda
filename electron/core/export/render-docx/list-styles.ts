import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';

type Definition = INumberingOptions['config'][number];

const BULLETS = ['•', '–', '▪'];
const FORMATS = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const;
const STEP = 360;

/** The definition of every list without numbers. */
export const bulletList: Definition = {
  reference: 'bullets',
  levels: levels(level => ({ level, format: LevelFormat.BULLET, text: BULLETS[level % 3]! })),
};

/** Adds the definition of one ordered list, which counts from `start` at its level; its reference. */
export function orderedList(definitions: Definition[], at: number, start: number): string {
  const reference = `ordered-${definitions.length + 1}`;
  const from = Number.isInteger(start) && start >= 0 && start < 32_000 ? start : 1;
  definitions.push({
    reference,
    levels: levels(level => ({
      level,
      format: FORMATS[level % 3]!,
      text: `%${level + 1}.`,
      start: level === at ? from : 1,
    })),
  });
  return reference;
}

function levels(describe: (level: number) => ILevelsOptions): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    ...describe(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  }));
}
