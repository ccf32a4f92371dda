import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ReferenceInline } from '../../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  cell,
  contentDocument,
  footnote,
  pageSetup,
  paragraph,
  part,
  text,
} from '../../helpers/pdf-content.ts';
import { type ReadPdf, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { PATIENCE, tried } from '../../helpers/property-runs.ts';

const SENTENCE =
  'El Perú valora el diálogo abierto y agradece la hospitalidad de esta casa con la delegación. ';

async function read(parts: ContentPart[], extra: Partial<ContentDocument> = {}) {
  const content = contentDocument(parts, { contentsTitle: null, ...extra });
  const exported = await exportPdf(content, { themes: testThemes });
  return { ...exported, pdf: await readPdf(exported.bytes) };
}

function point(id: string, number: string | null, lead: string | null, blocks: Block[]): Block {
  return { kind: 'talkingPoint', id, number, lead, blocks, evidence: [] };
}

function spoken(value: string): Block {
  return paragraph(value, { role: 'large' });
}

function speaking(blocks: Block[]): ContentPart {
  return part('a', 'Exposición', blocks, { layout: 'speaking' });
}

/** What stands between running head and foot line, heads of continued points and the last line left out. */
function bodyText(page: ReadPdf['pages'][number]): string {
  const seen = page.filter(item => item.y > 70 && item.y < 765 && item.text.trim());
  return seen.map(item => item.text).join(' ');
}

describe('speaking pages', () => {
  it('begin a page with each point, under what says to whom and how long', async () => {
    const points = ['uno', 'dos', 'tres'].map((word, i) =>
      point(`p${i}`, String(i + 1), `A ${word} · 2 min`, [spoken(`Texto ${word}.`)]),
    );
    const { pdf, anchors } = await read([speaking(points)]);
    expect(pdf.pages).toHaveLength(3);
    expect([anchors.p0, anchors.p1, anchors.p2]).toEqual([1, 2, 3]);
    expect(pdf.texts[0]).toContain('Exposición');
    expect(pdf.texts[1]).toMatch(/2\s*A dos · 2 min.*Texto dos\./);
    expect(pdf.texts.join(' ')).not.toContain('(continuación)');
    await pdf.close();
  });

  it('put what follows the points on a page of its own, and a short introduction on that of the first', async () => {
    const around = (lines: number) =>
      [paragraph('Antes.'), point('p', '1', null, [spoken(`${SENTENCE.repeat(lines)} Punto.`)])].concat(
        point('q', '2', null, [spoken('Segundo.')]),
        paragraph('Después.'),
      );
    for (const [lines, pages] of [
      [1, ['Antes.', 'Segundo.', 'Después.']],
      [9, ['Antes.', 'Punto.', 'Segundo.', 'Después.']],
    ] as const) {
      const { pdf } = await read([speaking(around(lines))]);
      expect(pdf.pages).toHaveLength(pages.length);
      for (const [i, word] of pages.entries()) expect(pdf.texts[i]).toContain(word);
      expect(pdf.texts[0]!.includes('Punto.')).toBe(lines === 1);
      expect(pdf.texts.join(' ')).not.toContain('(continuación)');
      await pdf.close();
    }
  });

  it('say which point goes on, and that the page is to be turned, save on its last page', async () => {
    const long = Array.from({ length: 40 }, (_, i) => spoken(`Párrafo ${i}. ${SENTENCE}`));
    const { pdf } = await read([
      speaking([point('p', '1', 'Al canciller', long), point('q', '2', null, [spoken('Fin.')])]),
    ]);
    const pages = pdf.texts.length;
    expect(pages).toBeGreaterThan(3);
    const continued = pdf.texts.map(page => page.includes('Al canciller (continuación)'));
    expect(continued).toEqual(pdf.texts.map((_, i) => i > 0 && i < pages - 1));
    const turns = pdf.texts.map(page => page.includes('Continúa a la vuelta'));
    expect(turns).toEqual(pdf.texts.map((_, i) => i < pages - 2));
    await pdf.close();
  });

  it('are turned between sentences, whatever their length', { timeout: PATIENCE }, async () => {
    const lengths = fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lengths, async sizes => {
        let next = 0;
        const sentences = sizes.map(size =>
          Array.from({ length: size }, (_, i) => `${i === 0 ? 'W' : 'w'}${next++}x`).join(' '),
        );
        const { pdf } = await read([speaking([point('p', '1', 'A', [spoken(`${sentences.join('. ')}.`)])])]);
        expect(pdf.texts.join(' ').match(/w\d+x/gi)).toHaveLength(next);
        for (const page of pdf.pages.slice(0, -1)) {
          const words = bodyText(page).match(/w\d+x\S*/gi)!;
          expect(words.at(-1)).toMatch(/\.$/);
        }
        await pdf.close();
      }),
      tried(15),
    );
  });

  it('divide a sentence longer than a page between lines, losing nothing', async () => {
    const words = Array.from({ length: 700 }, (_, i) => `w${i}x`).join(' ');
    const { pdf } = await read([speaking([point('p', null, null, [spoken(`Antes. ${words}.`)])])]);
    expect(pdf.texts.join(' ').match(/w\d+x/g)).toHaveLength(700);
    for (const item of pdf.pages.flat()) expect(item.y).toBeGreaterThan(15);
    await pdf.close();
  });

  it('do not take an abbreviation for the end of a sentence', async () => {
    const filler = Array.from({ length: 12 }, () => SENTENCE).join('');
    for (let extra = 0; extra < 12; extra++) {
      const value = `${'Bien sí que no. '.repeat(extra)}${filler}El Sr. Canciller vino.`;
      const { pdf } = await read([speaking([point('p', '1', 'A', [spoken(value)])])]);
      for (const page of pdf.pages) expect(bodyText(page)).not.toMatch(/Sr\.\s*(?:Continúa a la vuelta)?$/);
      await pdf.close();
    }
  });

  it('link each point to what it rests on', async () => {
    const evidence: ReferenceInline[] = [
      { kind: 'reference', text: '→ Anexo, página {page}', targetId: 'b', alt: 'Ir al anexo' },
    ];
    const own: Block = {
      kind: 'talkingPoint',
      id: 'p',
      number: '1',
      lead: 'A',
      blocks: [spoken('Sí.')],
      evidence,
    };
    const { pdf } = await read([speaking([own]), part('b', 'Anexo', [paragraph('Texto.')])]);
    expect(pdf.texts[0]).toContain('→ Anexo, página 2');
    expect(pdf.links[0]!.find(link => link.contents === 'Ir al anexo')!.dest).toBe('b');
    await pdf.close();
  });

  it('keep the label of a list item that is divided', async () => {
    const long = SENTENCE.repeat(30);
    const list: Block = { kind: 'list', ordered: true, start: 7, items: [[spoken(long)], [spoken('Otro.')]] };
    const { pdf } = await read([speaking([point('p', '1', 'A', [list])])]);
    const all = pdf.pages.flat().map(item => item.text);
    expect(all).toContain('7.');
    expect(all).toContain('8.');
    await pdf.close();
  });
});

describe('points in running text', () => {
  it('hang their number beside the first line, in its size', async () => {
    const blocks = [
      point('p', '12', null, [spoken('Texto del punto.')]),
      point('q', '13', 'Al canciller', []),
    ];
    const { pdf } = await read([part('a', 'Parte', blocks)]);
    const find = (value: string) => pdf.pages[0]!.find(item => item.text === value)!;
    expect(find('12').y).toBeCloseTo(find('Texto del punto.').y, 1);
    expect(find('12').x + find('12').width).toBeLessThan(find('Texto del punto.').x);
    expect(find('13').y).toBeCloseTo(find('Al canciller').y, 1);
    await pdf.close();
  });

  it('may hold a table too wide to stand, which is turned', async () => {
    const row = (stem: string) => Array.from({ length: 14 }, (_, i) => cell(`${stem}incomparable${i}`));
    const wide: Block = { kind: 'table', caption: null, head: [row('h')], rows: [row('c')] };
    const { pdf } = await read([
      part('a', 'Parte', [
        point('p', '1', 'Al canciller', [spoken('Antes. '.repeat(100)), wide, spoken('Después.')]),
      ]),
    ]);
    expect(pdf.pages).toHaveLength(3);
    expect(Math.max(...pdf.pages[1]!.map(item => item.x + item.width))).toBeGreaterThan(595);
    expect(pdf.texts[2]).toContain('Después.');
    await pdf.close();
  });
});

describe('pocket cards', () => {
  const page = { ...pageSetup, size: 'A6' as const };

  it('are a page each, set smaller where they must be', async () => {
    const points = Array.from({ length: 5 }, (_, i) =>
      point(`p${i}`, String(i + 1), null, [paragraph(`Punto ${i} ${SENTENCE}`)]),
    );
    const cards = ['a', 'b'].map(id =>
      part(
        id,
        `Tarjeta ${id}`,
        points.map(each => ({ ...each, id: id + ('id' in each ? each.id : '') }) as Block),
        { layout: 'card', startOnNewPage: false },
      ),
    );
    const { pdf } = await read(cards, { page });
    expect(pdf.pages).toHaveLength(2);
    for (const item of pdf.pages.flat()) expect(item.x + item.width).toBeLessThan(298);
    await pdf.close();
  });

  it('go on under their title where they are too long', async () => {
    const { pdf, notices } = await read(
      [
        part(
          'a',
          'Larga',
          Array.from({ length: 20 }, () => paragraph(SENTENCE.repeat(2))),
          { layout: 'card' },
        ),
      ],
      { page },
    );
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const each of pdf.texts.slice(1)) expect(each).toContain('Larga (continuación)');
    expect(notices).toEqual([]);
    await pdf.close();
  });
});

describe('a part for one page', () => {
  const filled = (count: number) =>
    part(
      'a',
      'Resumen',
      Array.from({ length: count }, (_, i) =>
        paragraph([text(`P${i} ${SENTENCE.repeat(3)}`), footnote(i + 1, 'Nota.')]),
      ),
      {
        layout: 'onePage',
      },
    );

  it('is set smaller until it fits, and no smaller than it must', async () => {
    const full = await read([filled(9)]);
    const tight = await read([filled(12)]);
    expect([full.pageCount, tight.pageCount]).toEqual([1, 1]);
    const width = ({ pdf }: typeof full) =>
      pdf.pages[0]!.find(item => item.text === 'P0' || item.text.startsWith('P0 '))!;
    expect(width(tight).y).toBeGreaterThan(width(full).y);
    expect([full.notices, tight.notices]).toEqual([[], []]);
    await Promise.all([full.pdf.close(), tight.pdf.close()]);
  });

  it('says how many pages it takes where it never fits', async () => {
    const { notices, pageCount, pdf } = await read([filled(40)]);
    expect(pageCount).toBeGreaterThan(1);
    expect(notices).toEqual([{ code: 'longerThanOnePage', details: { pages: pageCount } }]);
    await pdf.close();
  });
});
