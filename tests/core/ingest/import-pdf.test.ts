import { describe, expect, test } from 'vitest';
import { importPdf } from '../../../electron/core/ingest/import-pdf.ts';
import { drawLines, makePdf } from './make-files.ts';
import { paintLines, writeRawPdf } from './raw-pdf.ts';

const LEFT = [
  'La política exterior busca la contri-',
  'bución de ambas Partes al diálogo',
  'político-',
  'militar de alto nivel entre los dos',
];
const RIGHT = [
  'Gobiernos, y declara su voluntad de',
  'seguir adelante con el mecanismo de',
  'consultas según lo acordado hoy en',
  'la capital por sus cancilleres aquí.',
];

async function read(...args: Parameters<typeof makePdf>) {
  return importPdf(new Uint8Array(await makePdf(...args)));
}

/** Where the first byte of the longest stream of a file is. */
function longestStream(file: Buffer): number {
  const starts = [...file.toString('latin1').matchAll(/[^d]stream\r?\n/g)].map(
    match => match.index + match[0].length,
  );
  const length = (start: number) => file.indexOf('endstream', start) - start;
  return starts.reduce((longest, start) => (length(start) > length(longest) ? start : longest));
}

describe('text', () => {
  test('lines become sentences, paragraphs stay apart, broken words are whole', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage().fontSize(11);
      drawLines(pdf, [...LEFT, 'Gobiernos.'], 72, 100);
      drawLines(pdf, ['Segundo párrafo que empieza aquí.'], 72, 200);
    });
    expect(pages[0]!.text).toBe(
      'La política exterior busca la contribución de ambas Partes al diálogo político-militar de alto nivel entre los dos Gobiernos.\n' +
        'Segundo párrafo que empieza aquí.',
    );
  });

  test.each(['column by column', 'row by row'])(
    'two columns drawn %s are read one after the other',
    async how => {
      const { pages } = await read(pdf => {
        pdf.addPage().fontSize(11);
        drawLines(pdf, ['DECLARACIÓN CONJUNTA SOBRE EL DIÁLOGO DE ALTO NIVEL ENTRE AMBOS PAÍSES'], 72, 60);
        const left = [
          ...LEFT.slice(0, 2),
          'sobre las cuestiones de seguridad y',
          'defensa de interés común de los dos',
        ];
        if (how === 'column by column') {
          drawLines(pdf, left, 72, 100);
          drawLines(pdf, RIGHT, 310, 100);
        } else {
          for (let i = 0; i < 4; i++) {
            drawLines(pdf, [left[i]!], 72, 100 + 14 * i);
            drawLines(pdf, [RIGHT[i]!], 310, 100 + 14 * i);
          }
        }
      });
      expect(pages[0]!.text.replace(/\n/g, ' ')).toBe(
        'DECLARACIÓN CONJUNTA SOBRE EL DIÁLOGO DE ALTO NIVEL ENTRE AMBOS PAÍSES La política exterior busca la contribución de ambas Partes al diálogo ' +
          `sobre las cuestiones de seguridad y defensa de interés común de los dos ${RIGHT.join(' ')}`,
      );
    },
  );

  test('a table drawn row by row is read row by row', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage().fontSize(11);
      for (const [i, row] of [
        ['País', 'Año'],
        ['Perú', '1821'],
        ['Bolivia', '1825'],
        ['Chile', '1818'],
        ['Ecuador', '1830'],
      ].entries()) {
        drawLines(pdf, [row[0]!], 72, 100 + 16 * i);
        drawLines(pdf, [row[1]!], 300, 100 + 16 * i);
      }
    });
    expect(pages[0]!.text.replace(/\n/g, ' ')).toBe(
      'País Año Perú 1821 Bolivia 1825 Chile 1818 Ecuador 1830',
    );
  });

  test('bold type faked by drawing twice is read once', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage().fontSize(11);
      for (const shift of [0, 0.3]) drawLines(pdf, ['Acuerdo firmado', 'sí y sí'], 72 + shift, 100);
    });
    expect(pages[0]!.text.replace(/\n/g, ' ')).toBe('Acuerdo firmado sí y sí');
  });

  test('accents drawn apart by old fonts are composed', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage();
      drawLines(pdf, ['Educaci´on para el a˜no'], 72, 100);
    });
    expect(pages[0]!.text).toBe('Educación para el año');
  });
});

describe('compressed content', () => {
  const numbers = Array.from({ length: 900 }, (_, i) => `${(i * 7919) % 10_007}`).join(' ');
  const make = () => makePdf(pdf => pdf.addPage().fontSize(9).text(numbers));

  test('is read whole although its checksum is wrong', async () => {
    const file = await make();
    const end = file.indexOf('\nendstream', longestStream(file));
    file.fill(0, end - 4, end);
    const { pages } = await importPdf(new Uint8Array(file));
    expect(pages[0]!.text.replace(/\n/g, ' ')).toBe(numbers);
  });

  test('is read up to where it breaks off', async () => {
    const file = await make();
    const start = longestStream(file);
    const end = file.indexOf('\nendstream', start);
    file.fill(0, end - Math.round((end - start) / 2), end);
    const { pages } = await importPdf(new Uint8Array(file));
    expect(pages[0]!.text.replace(/\n/g, ' ').slice(0, 400)).toBe(numbers.slice(0, 400));
  });
});

describe('what only the glyphs tell', () => {
  const page = (...texts: string[]) => paintLines(texts.map((text, i) => ({ text, x: 72, y: 700 - 14 * i })));

  test('words broken by a soft hyphen are whole, on the page and across pages', async () => {
    const { pages } = await importPdf(
      writeRawPdf([
        page(
          'The delegations agreed on the contri\x01',
          'bution of both sides to the politi\x01',
          'cal dialogue, and on a far-reach-',
          'ing plan for the coop\x01',
          '12',
        ),
        page('eration of their ministries and of', 'all the offices.'),
      ]),
    );
    expect(pages[0]!.text.replace(/\n/g, ' ')).toBe(
      'The delegations agreed on the contribution of both sides to the political dialogue, and on a far-reaching plan for the coop- 12',
    );
    expect(pages[1]!.text).toMatch(/^eration of their/);
  });

  test('a long document is looked at when the words broken at its line ends stand whole elsewhere', async () => {
    const plain = Array.from({ length: 45 }, (_, i) => `The offices of contribution ${i} agreed.`);
    const broken = page('Each side made its contri\x01', 'bution to the dialogue.');
    const { pages } = await importPdf(
      writeRawPdf([...Array.from({ length: 8 }, () => page(...plain)), broken]),
    );
    expect(pages.at(-1)!.text).toBe('Each side made its contribution to the dialogue.');
  });

  test('a letter-spaced heading has words, another line does not change', async () => {
    const spaced = 'BT /F 11 Tf 5 Tc 72 740 Td (MINISTRY OF DEFENCE) Tj ET';
    const { pages } = await importPdf(
      writeRawPdf([`${spaced}\n${page('a b c d e f g 1 2 3 4 5 6 7 8', 'Normal words here.')}`]),
    );
    expect(pages[0]!.text.split('\n')[0]).toMatch(/^MINISTRY OF DEFENCE/);
    expect(pages[0]!.text).toContain('a b c d e f g 1 2 3 4 5 6 7 8');
  });
});

describe('boxes', () => {
  test('every run of text knows its box, in points from the top left', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage().fontSize(20);
      drawLines(pdf, ['Cooperación', 'Defensa'], 72, 100, 30);
    });
    const { text, layout } = pages[0]!;
    if (layout.kind !== 'fixed') throw new Error('a PDF page has a fixed layout');
    expect([layout.width, layout.height]).toEqual([595.28, 841.89]);
    const [first, second] = layout.runs;
    expect(text.slice(first!.start, first!.end)).toBe('Cooperación');
    expect(first!.x).toBeCloseTo(72, 0);
    expect(first!.y).toBeGreaterThan(95);
    expect(first!.y + first!.height).toBeLessThan(126);
    expect(first!.width).toBeGreaterThan(90);
    expect(text.slice(second!.start, second!.end)).toBe('Defensa');
    expect(second!.y - first!.y).toBeCloseTo(30, 0);
  });

  test('a page on its side is measured as it is read', async () => {
    const { pages } = await read(pdf => {
      pdf.addPage();
      (pdf.page.dictionary as unknown as { data: Record<string, unknown> }).data.Rotate = 90;
      pdf.fontSize(20);
      drawLines(pdf, ['Apaisado'], 72, 100);
    });
    const { layout } = pages[0]!;
    if (layout.kind !== 'fixed') throw new Error('a PDF page has a fixed layout');
    expect([layout.width, layout.height]).toEqual([841.89, 595.28]);
    const box = layout.runs[0]!;
    expect(box.height).toBeGreaterThan(box.width);
    expect(box.x + box.width).toBeLessThan(841.89 - 95);
    expect(box.y).toBeCloseTo(72, 0);
  });
});

describe('labels and metadata', () => {
  test('printed labels are read, and are null when the file declares none', async () => {
    const draw = (pdf: PDFKit.PDFDocument) => {
      for (let i = 0; i < 4; i++) drawLines(pdf.addPage(), [`Hoja ${i}`], 72, 100);
    };
    const bare = await read(draw);
    expect(bare.pages.map(page => page.label)).toEqual([null, null, null, null]);
    const labelled = await read(pdf => {
      draw(pdf);
      const root = (pdf as unknown as { _root: { data: Record<string, unknown> } })._root;
      root.data.PageLabels = { Nums: [0, { S: 'r' }, 2, { S: 'D', St: 11 }] };
    });
    expect(labelled.pages.map(page => page.label)).toEqual(['i', 'ii', '11', '12']);
    expect(labelled.pages.map(page => page.index)).toEqual([0, 1, 2, 3]);
  });

  test('title, authors, language and date come from the file, and its date is told to be the file’s', async () => {
    const info = {
      Title: 'Declaración de Lima',
      Author: 'Pérez Gómez, Ana; Ministerio de Defensa',
      CreationDate: new Date('2023-05-17T12:00:00Z'),
    };
    const { metadata, warnings } = await read(
      pdf => drawLines(pdf.addPage(), ['El texto de la declaración es de los dos países'], 72, 100),
      { info, lang: 'es-PE' },
    );
    expect(metadata).toMatchObject({
      title: 'Declaración de Lima',
      authors: [{ family: 'Pérez Gómez', given: 'Ana' }, { literal: 'Ministerio de Defensa' }],
      date: '2023-05-17',
      language: 'es',
    });
    expect(warnings).toEqual([{ code: 'dateOfFile', details: { date: '2023-05-17' } }]);
  });

  test('a title that a program put in gives way to the largest type of the first page', async () => {
    const { metadata } = await read(
      pdf => {
        drawLines(pdf.addPage().fontSize(24), ['Acuerdo de Complementación', 'Económica'], 72, 80, 28);
        drawLines(pdf.fontSize(11), [...LEFT, ...RIGHT], 72, 200);
      },
      { info: { Title: 'Microsoft Word - borrador3.docx', Author: 'usuario' } },
    );
    expect(metadata.title).toBe('Acuerdo de Complementación Económica');
    expect(metadata.authors).toEqual([]);
  });

  test('pages without text are told, progress is reported', async () => {
    const progress: number[][] = [];
    const data = await makePdf(pdf => {
      drawLines(pdf.addPage(), ['Texto'], 72, 100);
      for (let i = 0; i < 3; i++) pdf.addPage().rect(50, 50, 100, 100).fill();
      drawLines(pdf.addPage(), ['Texto'], 72, 100);
      pdf.addPage();
    });
    const { pages, warnings } = await importPdf(new Uint8Array(data), (done, total) =>
      progress.push([done, total]),
    );
    expect(pages).toHaveLength(6);
    expect(pages[1]!.text).toBe('');
    expect(warnings.find(warning => warning.code === 'noText')!.details).toEqual({ pages: '2–4, 6' });
    expect(progress.at(-1)).toEqual([6, 6]);
  });
});

describe('what cannot be read', () => {
  test('a PDF with a password', async () => {
    const data = await makePdf(pdf => pdf.addPage().text('secreto'), {
      userPassword: 'clave',
      pdfVersion: '1.7',
    });
    await expect(importPdf(new Uint8Array(data))).rejects.toMatchObject({ code: 'encrypted' });
  });

  test('a PDF that only restricts what may be done with it is read', async () => {
    const { pages } = await read(pdf => drawLines(pdf.addPage(), ['Texto legible'], 72, 100), {
      ownerPassword: 'clave',
    });
    expect(pages[0]!.text).toBe('Texto legible');
  });

  test('a PDF cut short is damaged or gives what is left of it', async () => {
    const data = await makePdf(pdf => {
      for (let i = 0; i < 5; i++) drawLines(pdf.addPage(), [`Hoja ${i}`], 72, 100);
    });
    await expect(importPdf(new Uint8Array(data.subarray(0, 60)))).rejects.toMatchObject({ code: 'damaged' });
  });
});
