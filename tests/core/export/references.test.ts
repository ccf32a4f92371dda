import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLayoutCache } from '../../../electron/core/export/export-pdf.ts';
import { layoutDocument, settingOf } from '../../../electron/core/export/layout/layout-document.ts';
import { setInlines } from '../../../electron/core/export/layout/set-inlines.ts';
import type { Inline } from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, heading, paragraph, part, text } from '../../helpers/pdf-content.ts';
import { flattenStructure, readPdf } from '../../helpers/pdf-read.ts';
import { testSetting, testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

const LINE =
  'Las exportaciones peruanas del primer semestre crecieron de modo sostenido y alcanzaron otra cifra. ';

function reference(targetId: string, before = 'véase la página'): Inline {
  return { kind: 'reference', text: `${before} {page}`, targetId, alt: 'Ir al apartado, página {page}' };
}

function chapter(id: string, lines: number, targets: string[]) {
  return part(id, `Parte ${id}`, [
    paragraph([text(LINE), ...targets.flatMap(target => [text(' ['), reference(target), text(']')])]),
    ...Array.from({ length: lines }, () => paragraph(LINE.repeat(3))),
    heading(`end-${id}`, 2, `Fin de ${id}`),
    paragraph(LINE),
  ]);
}

async function export_(content: ContentDocument) {
  const exported = await exportPdf(content, { themes: testThemes });
  return { ...exported, pdf: await readPdf(exported.bytes) };
}

describe('references', () => {
  it('print the page of what they lead to, forwards and backwards, as links', async () => {
    const content = contentDocument([chapter('a', 40, ['end-b', 'end-a']), chapter('b', 60, ['a'])]);
    const { pdf, anchors } = await export_(content);
    const all = pdf.texts.join(' ');
    for (const id of ['end-b', 'end-a', 'a']) expect(all).toContain(`[véase la página ${anchors[id]}]`);
    const links = pdf.links.flat().filter(link => link.contents.startsWith('Ir al apartado'));
    expect(links.map(link => link.contents)).toEqual(
      ['end-b', 'end-a', 'a'].map(id => `Ir al apartado, página ${anchors[id]}`),
    );
    const elements = pdf.structure.flatMap(flattenStructure).filter(element => element.role === 'Link');
    expect(elements.length).toBeGreaterThanOrEqual(3);
    await pdf.close();
  });

  it('to nothing in the document are words, not links', async () => {
    const { pdf } = await export_(contentDocument([chapter('a', 1, ['nowhere'])]));
    expect(pdf.texts.join(' ')).toContain('[véase la página —]');
    expect(pdf.links.flat().filter(link => link.contents.startsWith('Ir al apartado'))).toEqual([]);
    await pdf.close();
  });

  it('are right however the parts grow, and the same after any other export', {
    timeout: PATIENCE,
  }, async () => {
    const cache = createLayoutCache();
    const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, async lengths => {
        const ids = lengths.map((_, i) => `p${i}`);
        const parts = lengths.map((lines, i) =>
          chapter(
            ids[i]!,
            lines,
            ids.map(id => `end-${id}`),
          ),
        );
        const content = contentDocument(parts);
        const { bytes, pdf, anchors } = await export_(content);
        const all = pdf.texts.join(' ');
        for (const id of ids) {
          const found = all.split(`[véase la página ${anchors[`end-${id}`]}]`).length - 1;
          expect(found).toBeGreaterThanOrEqual(ids.length);
        }
        await exportPdf(content, { themes: testThemes, cache, quick: true });
        const again = await exportPdf(content, { themes: testThemes, cache });
        expect(Buffer.compare(again.bytes, bytes)).toBe(0);
        await pdf.close();
      }),
      tried(8),
    );
  });

  it('take nearly the same room whatever the page, where pages would not settle', () => {
    for (const theme of testThemes.list()) {
      const setting = testSetting(contentDocument([], { theme }));
      const widthWith = (page: number) => {
        const known = new Map([['x', page]]);
        const pages = { known, complete: true, asked: new Map(), padded: true };
        const context = { setting: { ...setting, pages }, style: setting.theme.styles.body, node: null };
        const [line] = setInlines([reference('x')], { ...context, language: 'es' }, 400);
        expect(line!.segments.at(-1)!.shaped!.text.trim()).toBe(String(page));
        return line!.width;
      };
      for (const page of [9, 11, 87, 100, 2017]) {
        // A font without a figure space is given one of nearly the width of a figure.
        expect(Math.abs(widthWith(page) - widthWith(1))).toBeLessThan(1);
      }
    }
  });

  it('lay out again only the chapters whose pages have changed', async () => {
    const cache = { ...createLayoutCache() };
    const make = (lines: number) =>
      contentDocument([chapter('a', lines, []), chapter('b', 5, ['end-a']), chapter('c', 5, ['b'])]);
    const laid = async (content: ContentDocument) => {
      const kept = { ...cache };
      const result = await layoutDocument(content, settingOf(content, testThemes), {
        originals: new Map(),
        cache: kept,
        fromKnownPages: true,
        onChapter: async () => undefined,
      });
      cache.pages = kept.pages;
      return new Set(result.pages.map(each => each.page));
    };
    const kept = (pages: Set<unknown>, others: Set<unknown>) => [...pages].filter(page => others.has(page));
    const before = await laid(make(2));
    const same = await laid(make(2));
    // The contents and three chapters.
    expect(kept(same, before)).toHaveLength(4);
    const grown = await laid(make(3));
    expect(kept(grown, before)).toHaveLength(3);
    const longer = await laid(make(12));
    expect(kept(longer, before)).toHaveLength(0);
    const back = await laid(make(12));
    expect(kept(back, longer)).toHaveLength(back.size);
  });
});
