import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { shapeText } from '../../../electron/core/export/layout/face.ts';
import { faceOf } from '../../../electron/core/export/layout/font-set.ts';
import { encodeText } from '../../../electron/core/export/render-pdf/encode-text.ts';
import { clipText, LONGEST_STRING } from '../../../electron/core/export/render-pdf/pdf-text.ts';
import type { Block } from '../../../shared/document/content.ts';
import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import {
  contentDocument,
  footnote,
  heading,
  paragraph,
  part,
  quote,
  text,
} from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testSetting, testThemes } from '../../helpers/pdf-setting.ts';

const LONG = 'Título larguísimo '.repeat(2500);
const CONTROLS = 'uno\u0000dos\u0007\u001b\u0085tres\ud83d\u2028cuatro\udc00\ufffe';

async function read(content: ContentDocument) {
  const pdf = await readPdf((await exportPdf(content, { themes: testThemes })).bytes);
  await pdf.close();
  return pdf;
}

function withEverything(words: string, extra: Partial<ContentDocument> = {}): ContentDocument {
  const blocks: Block[] = [
    heading('h', 2, words),
    paragraph([
      text('Un enlace', { link: { kind: 'url', href: `https://ejemplo.org/${words}` } }),
      text('otro', { link: { kind: 'anchor', id: words } }),
      footnote(1, 'Nota.'),
    ]),
  ];
  const facts = { title: words, author: words, subject: words, keywords: [words, words] };
  return contentDocument([part('a', words, blocks, { number: '1' })], { ...facts, ...extra });
}

describe('what nobody should write', () => {
  it('titles, addresses and descriptions longer than a string may be are cut, or lead nowhere else', async () => {
    const pdf = await read(withEverything(LONG, { contentsTitle: null }));
    const title = String(pdf.info.Title);
    expect(title.endsWith('…')).toBe(true);
    expect(LONG.startsWith(title.slice(0, -1))).toBe(true);
    expect(pdf.links.flat().map(link => link.url)).toEqual(pdf.links.flat().map(() => undefined));
  });

  it('an address just short enough stays whole', async () => {
    const href = `https://ejemplo.org/${'a'.repeat(30_000)}`;
    const link = paragraph([text('Un enlace', { link: { kind: 'url', href } })]);
    const pdf = await read(contentDocument([part('a', 'Uno', [link])]));
    expect(pdf.links[1]![0]!.url).toBe(href);
  });

  it('controls and half characters go, in Info, XMP, bookmarks and links', async () => {
    const pdf = await read(withEverything(CONTROLS));
    expect(pdf.info.Title).toBe('unodostres cuatro');
    expect(pdf.xmp).toContain('unodostres cuatro');
    expect(pdf.outline.at(-1)!.title).toBe('1 unodostres cuatro');
    const url = pdf.links.flat().find(link => link.url)!.url!;
    expect(url).toMatch(/^https:\/\/ejemplo\.org\/unodostres/);
  });

  it('a title of nothing still names the file', async () => {
    const pdf = await read(withEverything('\u0007', { keywords: [] }));
    expect(pdf.info.Title).toBe('Valija');
  });

  it.each(['', 'español', 'es_PE', 'x', '12', 'es-', 'a'.repeat(300)])(
    '«%s» as a language of anything',
    async language => {
      const blocks: Block[] = [
        paragraph([text('Un pasaje '), text('in another', { language })], { language }),
        quote('q', 'The Parties shall meet.', { language }),
      ];
      const whole = await read(contentDocument([part('a', 'Uno', blocks)], { language }));
      expect(whole.language).toBe('und');
      const inside = await read(contentDocument([part('a', 'Uno', blocks)]));
      expect(inside.language).toBe('es-PE');
    },
  );

  it('a document without parts, with and without cover and contents', async () => {
    const cover = {
      ministry: null,
      title: 'Diálogo',
      subtitle: null,
      facts: [] as [string, string][],
      markingLine: null,
      controlLines: [],
    };
    expect((await read(contentDocument([], { cover, contentsTitle: null }))).pages.length).toBe(1);
    expect((await read(contentDocument([]))).pages.length).toBe(1);
    const empty = await exportPdf(contentDocument([], { contentsTitle: null }), { themes: testThemes });
    expect(empty.pageCount).toBe(1);
  });
});

describe('clipText', () => {
  it.each([10, 11, 100])('keeps to %i bytes and never halves a character', limit => {
    for (const letter of ['a', 'ñ', '😀']) {
      const clipped = clipText(letter.repeat(200), limit);
      const bytes = /^\p{ASCII}*$/u.test(clipped) ? clipped.length : 2 + 2 * clipped.length;
      expect(bytes).toBeLessThanOrEqual(limit);
      expect(clipped.isWellFormed()).toBe(true);
      expect(clipped.endsWith('…')).toBe(true);
    }
  });

  it('leaves what fits', () => {
    expect(clipText('a'.repeat(LONGEST_STRING))).toBe('a'.repeat(LONGEST_STRING));
    expect(clipText('  Un\n título  ')).toBe('Un título');
  });
});

describe('marks above tall letters', () => {
  it('are lifted as the font says', async () => {
    const { fonts } = testSetting();
    const face = faceOf(fonts, 'text');
    const shaped = shapeText(face, 'b\u0303a');
    const lifts = shaped.offsets!.map(offset => Math.round(offset.y));
    expect(Math.max(...lifts)).toBeGreaterThan(0);
    expect(encodeText(face.file, shaped).runs.map(run => run.rise)).toEqual([0, Math.max(...lifts), 0]);
    const content = contentDocument([part('a', 'Uno', [paragraph('El valle b\u0303a y más.')])]);
    const { bytes } = await exportPdf(content, { themes: testThemes });
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { items } = await (await pdf.getPage(2)).getTextContent();
    const words = items.map(item => ('str' in item ? item.str : '')).join('');
    expect(words).toContain('b\u0303a y más');
    await pdf.loadingTask.destroy();
  });
});
