import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../electron/core/export/render-docx/render-docx.ts';
import { anyContent } from '../../../helpers/any-content.ts';
import { findDisorder, findFaults } from '../../../helpers/docx-order.ts';
import { testThemes } from '../../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../../helpers/property-runs.ts';
import { readDocx } from '../../../helpers/read-docx.ts';
import { specimenResources } from '../../../helpers/specimen-content.ts';

describe('a Word file of any content', () => {
  it('is well-formed in every part and in the order of the schema', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, fc.boolean(), async (content, comments) => {
        const options = { resources: specimenResources, themes: testThemes, comments };
        const docx = await readDocx(await renderDocx(content, options));
        for (const path of docx.paths.filter(each => /^word\/[^/]+\.xml$/.test(each))) {
          expect(findDisorder(docx.part(path))).toEqual([]);
        }
        expect(findFaults(docx.part('word/document.xml'))).toEqual([]);
      }),
      tried(60),
    );
  });
});
