import { describe, expect, it } from 'vitest';
import type { Block, ChartBlock, Inline } from '../../../shared/document/content.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, pageSetup, paragraph, part, table, text } from '../../helpers/pdf-content.ts';
import { flattenStructure, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const LINE =
  'Las exportaciones peruanas del primer semestre crecieron de modo sostenido y alcanzaron otra cifra. ';

function name(entry: string, shown = entry): Inline {
  return text(shown, { indexEntry: entry });
}

function numberedTable(number: number): Block {
  const rows = [
    ['Año', 'Cifra'],
    ['2018', '12'],
  ];
  return table(rows, { id: `t${number}`, label: `Cuadro ${number}`, caption: [text(`Comercio ${number}`)] });
}

const chart: ChartBlock = {
  kind: 'chart',
  id: 'f1',
  label: 'Figura 1',
  caption: [text('Exportaciones por año')],
  alt: 'Las exportaciones crecen.',
  width: 0.8,
  placement: 'here',
  chart: {
    kind: 'bar',
    unit: 'millones de USD',
    categories: ['2017', '2018'],
    series: [{ name: 'Perú', values: [1, 2] }],
  },
};

describe('generated lists', () => {
  it('list the numbered tables and figures after the contents, wherever they stand', async () => {
    const list: Block = {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [[paragraph('Punto'), numberedTable(2)]],
    };
    const content = contentDocument(
      [
        part('a', 'Uno', [numberedTable(1), paragraph(LINE.repeat(60))]),
        part('b', 'Dos', [list, table([['x'], ['y']])]),
      ],
      { lists: { tables: 'Lista de cuadros', figures: 'Lista de figuras', names: null } },
    );
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    const front = pdf.texts[0]!;
    expect(front).toContain('Lista de cuadros');
    expect(front).not.toContain('Lista de figuras');
    for (const number of [1, 2]) {
      expect(front).toMatch(new RegExp(`Cuadro ${number}\\s+Comercio ${number}\\s*${anchors[`t${number}`]}`));
      const link = pdf.links[0]!.find(each => each.contents.startsWith(`Cuadro ${number}`))!;
      expect(await pdf.pageOf(link.dest as string)).toBe(anchors[`t${number}`]);
    }
    const roles = flattenStructure(pdf.structure[0]!).map(element => element.role);
    expect(roles.filter(role => role === 'TOC')).toHaveLength(2);
    expect(roles.filter(role => role === 'TOCI')).toHaveLength(4);
    await pdf.close();
  });

  it('index names by the language’s alphabet, with ranges of pages, each a link', async () => {
    const filler = paragraph(LINE.repeat(46));
    const content = contentDocument(
      [
        part('a', 'Uno', [
          paragraph([text('Con '), name('Ñáñez, Luz', 'Luz Ñáñez'), text(' y '), name('Nava, Iris')]),
        ]),
        part('b', 'Dos', [
          paragraph([name('Álvarez, Eva'), text('.')]),
          filler,
          paragraph([name('Álvarez, Eva'), text('.')]),
          filler,
          paragraph([name('Álvarez, Eva'), text('.')]),
          filler,
        ]),
        part('c', 'Tres', [paragraph([name('Zamora, Sol'), text(' con '), name('Álvarez, Eva', 'Eva')])]),
      ],
      { lists: { tables: null, figures: null, names: 'Índice de nombres' } },
    );
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    const last = pdf.texts.at(-1)!;
    expect(pdf.texts[0]).toContain('Índice de nombres');
    const order = ['Álvarez', 'Nava', 'Ñáñez', 'Zamora'].map(each => last.indexOf(each));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    const first = anchors.b!;
    expect(last).toContain(`Álvarez, Eva, ${first}–${first + 2}, ${anchors.c}`);
    const links = pdf.links.at(-1)!;
    expect(links).toHaveLength(6);
    const range = links.filter(link => link.contents.startsWith('Álvarez'));
    expect(await Promise.all(range.map(link => pdf.pageOf(link.dest as string)))).toEqual([
      first,
      first + 2,
      anchors.c,
    ]);
    const roles = flattenStructure(pdf.structure.at(-1)!).map(element => element.role);
    expect(roles).toContain('Index');
    await pdf.close();
  });

  it('index names that stand in captions of tables, figures and charts, whether short or long', async () => {
    const caption = (entry: string, extra = '') => [text('Según '), name(entry), text(extra)];
    const blocks: Block[] = [
      table([['x'], ['y']], { id: 't', label: 'Cuadro 1', caption: caption('Álvarez') }),
      { ...chart, caption: caption('Borja') },
      { ...chart, id: 'f2', width: 1, caption: caption('Castro', ` ${LINE.repeat(30)}`) },
      { ...chart, id: 'f3', placement: 'float', caption: caption('Díaz') },
    ];
    const content = contentDocument([part('a', 'Uno', blocks)], {
      contentsTitle: null,
      lists: { tables: null, figures: null, names: 'Índice de nombres' },
    });
    const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
    for (const entry of ['Álvarez', 'Borja', 'Castro', 'Díaz'])
      expect(pdf.texts.at(-1)).toMatch(new RegExp(`${entry}, \\d`));
    await pdf.close();
  });

  it('divide a long index into columns without losing an entry', async () => {
    const names = Array.from(
      { length: 400 },
      (_, i) => `${String.fromCharCode(65 + (i % 26))}pellido${i}, Nombre`,
    );
    const blocks = names.map(each => paragraph([name(each), text(' estuvo.')]));
    const content = contentDocument([part('a', 'Uno', blocks)], {
      lists: { tables: null, figures: null, names: 'Índice de nombres' },
    });
    const { bytes, anchors } = await exportPdf(content, { themes: testThemes });
    const pdf = await readPdf(bytes);
    const start = anchors['name-index']! - 1;
    const listed = pdf.texts.slice(start).join(' ');
    for (const each of names) expect(listed).toContain(`${each},`);
    for (const page of pdf.pages.slice(start)) {
      for (const item of page) expect(item.x + item.width).toBeLessThan(525);
    }
    await pdf.close();
  });

  it('list figures and charts with what they show', async () => {
    const { bytes } = await exportPdf(
      contentDocument([part('a', 'Uno', [chart])], {
        page: pageSetup,
        lists: { tables: 'Lista de cuadros', figures: 'Lista de figuras', names: null },
      }),
      { themes: testThemes },
    );
    const pdf = await readPdf(bytes);
    expect(pdf.texts[0]).toMatch(/Figura 1\s+Exportaciones por año\s*2/);
    await pdf.close();
  });
});
