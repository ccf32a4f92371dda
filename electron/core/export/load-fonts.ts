import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExportError } from './export-error.ts';
import type { FaceName, FontBytes } from './layout/face.ts';

const FILES: Record<FaceName, string> = {
  serif: 'SourceSerif4-Regular.ttf',
  serifItalic: 'SourceSerif4-It.ttf',
  serifBold: 'SourceSerif4-Bold.ttf',
  serifBoldItalic: 'SourceSerif4-BoldIt.ttf',
  sans: 'SourceSans3-Regular.ttf',
  sansItalic: 'SourceSans3-It.ttf',
  sansBold: 'SourceSans3-Semibold.ttf',
  sansBoldItalic: 'SourceSans3-SemiboldIt.ttf',
};

/** Reads the eight faces from the resources folder; throws ExportError `fontsUnreadable`. */
export async function loadFonts(folder: string): Promise<FontBytes> {
  const read = (name: FaceName) => readFile(join(folder, FILES[name]));
  try {
    return {
      serif: await read('serif'),
      serifItalic: await read('serifItalic'),
      serifBold: await read('serifBold'),
      serifBoldItalic: await read('serifBoldItalic'),
      sans: await read('sans'),
      sansItalic: await read('sansItalic'),
      sansBold: await read('sansBold'),
      sansBoldItalic: await read('sansBoldItalic'),
    };
  } catch (cause) {
    throw new ExportError('fontsUnreadable', cause);
  }
}
