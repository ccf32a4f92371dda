import { join } from 'node:path';
import type { FontBytes } from '../../electron/core/export/layout/face.ts';
import { openFontSet } from '../../electron/core/export/layout/font-set.ts';
import { settingOf } from '../../electron/core/export/layout/layout-document.ts';
import type { Setting } from '../../electron/core/export/layout/setting.ts';
import { loadFonts } from '../../electron/core/export/load-fonts.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import { contentDocument } from './pdf-content.ts';

let fonts: Promise<FontBytes> | null = null;

/** The shipped fonts, read once. */
export function testFonts(): Promise<FontBytes> {
  fonts ??= loadFonts(join(import.meta.dirname, '../../resources/fonts'));
  return fonts;
}

/** A layout setting with the shipped fonts. */
export async function testSetting(content: ContentDocument = contentDocument([])): Promise<Setting> {
  return settingOf(content, openFontSet(await testFonts()));
}
