import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { OriginalPages } from '../../../../electron/core/export/annexes/original-pages.ts';
import { readOriginal } from '../../../../electron/core/export/annexes/read-original.ts';
import { exportPdf as exportUnchecked } from '../../../../electron/core/export/export-pdf.ts';
import { annexPageAnchor } from '../../../../shared/document/annex-anchor.ts';
import type { Inline } from '../../../../shared/document/content.ts';
import type { AnnexContent, ContentDocument } from '../../../../shared/document/content-document.ts';
import { specimenPdf } from '../../../check-pdf/specimen.ts';
import { exportPdf } from '../../../helpers/export-checked.ts';
import { contentDocument, pageSetup, paragraph, part, quote } from '../../../helpers/pdf-content.ts';
import { readPdf } from '../../../helpers/pdf-read.ts';
import { testThemes as themes } from '../../../helpers/pdf-setting.ts';

const documents = resolve(import.meta.dirname, '../../../../resources/sample/documents');

function annex(extra: Partial<AnnexContent> = {}): AnnexContent {
  return {
    id: 'annex-1',
    number: 'A1',
    title: 'Acta del IV Gabinete Binacional',
    sourceId: 'source-1',
    language: 'es',
    banner: { text: 'Confidencial', color: '#1c3f94' },
    bound: 'pages',
    blocks: [paragraph('Autor: Cancillería')],
    quotes: [
      { quoteId: 'q-1', page: 1, boxes: [{ x: 90, y: 120, width: 400, height: 14 }] },
      { quoteId: 'q-1', page: 2, boxes: [] },
    ],
    ...extra,
  };
}

function folder(annexes: AnnexContent[]): ContentDocument {
  const reference: Inline = {
    kind: 'reference',
    text: 'anexo A1, p. {page}',
    targetId: annexPageAnchor('annex-1', 1),
    alt: 'Ir al anexo',
  };
  const blocks = [paragraph([reference]), quote('q-1', 'Las partes acuerdan.')];
  return contentDocument([part('uno', 'Antecedentes', blocks)], { annexes });
}

const originals = (pages: OriginalPages) => new Map([['source-1', pages]]);

test('an original is bound in behind its cover sheet, with the folder’s page numbers and its own marking', async () => {
  const original = await readOriginal(
    await readFile(resolve(documents, 'acta-iv-gabinete-peru-bolivia-2018.pdf')),
  );
  const exported = await exportUnchecked(folder([annex()]), { themes, originals: originals(original) });
  const pdf = await readPdf(exported.bytes);
  const cover = exported.anchors['annex-1']!;
  expect(pdf.pages.length).toBe(cover + original.pages.length);
  expect(exported.anchors[annexPageAnchor('annex-1', 1)]).toBe(cover + 2);
  const texts = pdf.pages.map(items => items.map(item => item.text).join(' '));
  expect(texts[cover - 1]).toContain('Acta del IV Gabinete Binacional');
  for (const text of texts.slice(cover - 1)) {
    expect(text).toContain('CONFIDENCIAL');
    expect(text).not.toContain('RESERVADO');
  }
  expect(texts[0]).toContain('RESERVADO');
  expect(texts.at(-1)).toContain(`Página ${pdf.pages.length} de ${pdf.pages.length}`);
  expect(texts[cover + 1]).toContain(`p. ${exported.anchors['q-1']}`);
  expect(texts.join(' ')).toContain(`anexo A1, p. ${cover + 2}`);
  expect(texts.slice(cover).join(' ')).toMatch(/Gabinete Binacional/);
  expect(exported.standards).toEqual([]);
  expect(exported.notices).toEqual([
    { code: 'annexNotArchival', details: { name: 'Acta del IV Gabinete Binacional' } },
  ]);
});

test('an original that is archival and tagged leaves the folder so, its tags in reading order', async () => {
  const original = await readOriginal(await specimenPdf('es'));
  const exported = await exportPdf(folder([annex({ quotes: [] })]), {
    themes,
    originals: originals(original),
  });
  expect(exported.standards).toEqual(['PDF/A-2a', 'PDF/UA-1']);
  expect(exported.notices).toEqual([]);
});

test('a page of an original stands in the middle of its sheet, also on left-hand pages with wide outer margins', async () => {
  const file = resolve(documents, 'acta-iv-gabinete-peru-bolivia-2018.pdf');
  const original = await readOriginal(await readFile(file));
  const aside: Inline = { kind: 'footnote', id: 'n', number: 1, place: 'side', content: [] };
  const content = contentDocument([part('uno', 'Antecedentes', [paragraph([aside])])], {
    annexes: [annex({ quotes: [] })],
    page: { ...pageSetup, duplex: true },
  });
  const { bytes } = await exportUnchecked(content, { themes, originals: originals(original) });
  const pdf = await readPdf(bytes);
  const heads = pdf.pages.flatMap(items =>
    items.filter(item => item.text === 'Documento de muestra').slice(0, 1),
  );
  expect(heads.length).toBeGreaterThan(2);
  const places = new Set(heads.slice(-3).map(({ x }) => Math.round(x)));
  expect([...places]).toHaveLength(1);
  await pdf.close();
});

test('the same original twice is the same bytes twice', async () => {
  const bytes = await specimenPdf('en');
  const content = folder([annex()]);
  const once = await exportUnchecked(content, { themes, originals: originals(await readOriginal(bytes)) });
  const again = await exportUnchecked(content, { themes, originals: originals(await readOriginal(bytes)) });
  expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
});

test('an original that was not opened is no silent gap', async () => {
  await expect(exportUnchecked(folder([annex()]), { themes })).rejects.toThrow(/A1/);
});
