import { join } from 'node:path';
import { settingOf } from '../../electron/core/export/layout/layout-document.ts';
import type { Setting } from '../../electron/core/export/layout/setting.ts';
import { loadThemes } from '../../electron/core/export/load-themes.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import { contentDocument } from './pdf-content.ts';

/** The shipped themes and their fonts, each read once. */
export const testThemes = loadThemes(join(import.meta.dirname, '../../resources'));

/** A layout setting with the shipped themes. */
export function testSetting(content: ContentDocument = contentDocument([])): Setting {
  return settingOf(content, testThemes);
}
