import { describe, expect, test } from 'vitest';
import { exportPdf } from '../../electron/core/export/export-pdf.ts';
import { renderDocx } from '../../electron/core/export/render-docx/render-docx.ts';
import { renderHtml } from '../../electron/core/export/render-html/render-html.ts';
import type { Block } from '../../shared/document/content.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import { expectConforming } from '../helpers/export-checked.ts';
import { contentDocument, paragraph, part } from '../helpers/pdf-content.ts';
import { readPdf } from '../helpers/pdf-read.ts';
import { testThemes } from '../helpers/pdf-setting.ts';
import { readDocx, wordsOf } from '../helpers/read-docx.ts';
import { specimenResources } from '../helpers/specimen-content.ts';

const options = { resources: specimenResources, themes: testThemes };

async function wordAndHtml(content: ContentDocument): Promise<string[]> {
  const docx = await readDocx(await renderDocx(content, { ...options, comments: false }));
  const html = Buffer.from(await renderHtml(content, options)).toString('utf8');
  return [wordsOf(docx.part('word/document.xml')), html];
}

function nest(depth: number): Block {
  const inner = depth > 1 ? [nest(depth - 1)] : [];
  return {
    kind: 'list',
    ordered: depth % 2 === 0,
    start: 1,
    items: [[paragraph(`nivel${depth}x`), ...inner]],
  } as Block;
}

describe('documents beyond what the editor makes', () => {
  test('forty lists in each other stay on the page', async () => {
    const content = contentDocument([part('a', 'Hondo', [nest(40)])]);
    const { bytes } = await exportPdf(content, { themes: testThemes });
    await expectConforming(bytes);
    const pdf = await readPdf(bytes);
    await pdf.close();
    for (const { x, width } of pdf.pages.flat()) expect([x >= 0, x + width < 595]).toEqual([true, true]);
    const said = [pdf.texts.join(''), ...(await wordAndHtml(content))];
    for (let level = 1; level <= 40; level++)
      for (const words of said) expect(words).toContain(`nivel${level}x`);
  }, 60_000);

  test('five thousand parts, in the contents of every format', async () => {
    const content = contentDocument(
      Array.from({ length: 5000 }, (_, i) => part(`p${i}`, `Parte${i}x`, [paragraph('Los hechos.')])),
    );
    const { bytes, pageCount, anchors } = await exportPdf(content, { themes: testThemes });
    expect(pageCount).toBeGreaterThan(5000);
    expect(anchors.p4999).toBe(pageCount);
    expect(Buffer.from(bytes.subarray(-6)).toString('latin1')).toContain('%%EOF');
    for (const words of await wordAndHtml(content))
      expect(words.split('Parte4999x').length).toBeGreaterThan(2);
  }, 240_000);
});
