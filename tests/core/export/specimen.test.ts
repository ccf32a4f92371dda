import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disclosedOutputs, type OutputKind, outputKinds, themeIds } from '../../../shared/model/output.ts';
import { checkPdf } from '../../check-pdf/check-pdf.ts';
import { expectConforming } from '../../helpers/export-checked.ts';
import { flattenStructure, type ReadPdf, readAttachments, readPdf } from '../../helpers/pdf-read.ts';
import { readDocx } from '../../helpers/read-docx.ts';
import {
  type Exported,
  openSpecimenLibrary,
  type SpecimenLibrary,
  specimenLanguages,
} from '../../helpers/specimen-library.ts';

/** The sample documents map a character code to U+0000: with them bound in, the file is as unfit, and claims nothing. */
const UNFIT_ORIGINAL = '31-028';

let library: SpecimenLibrary;

beforeAll(async () => {
  library = await openSpecimenLibrary();
});

afterAll(() => library.close());

const asPdf = (kinds: readonly OutputKind[]) => kinds.map(kind => ({ kind, format: 'pdf' as const }));

async function read<T>({ bytes }: Exported, look: (pdf: ReadPdf) => T): Promise<T> {
  const pdf = await readPdf(bytes);
  try {
    return look(pdf);
  } finally {
    await pdf.close();
  }
}

/** Words that only what stays inside says, and words that every version says. */
const secret = {
  es: ['previsión anual', 'nombre alto', 'metas conjuntas', 'pedir ministros'],
  en: ['forecast for the year', 'high name', 'joint targets', 'ask for ministers'],
};
/** An item of a list that a point announces: its short form has it too. */
const announced = { es: 'reunirnos cada dos años', en: 'meet every two years' };
const open = { es: 'Proyecto de declaración conjunta', en: 'Draft joint statement' };

describe.each(specimenLanguages)('the specimen dossier in %s', language => {
  test.each(themeIds)(
    'gives every output in the theme %s, and each meets every condition',
    async theme => {
      const files = await library.exportAs(language, { outputs: asPdf(outputKinds), theme });
      expect(files.map(file => file.kind)).toEqual([...outputKinds]);
      for (const file of files) {
        expect(file.standards).toEqual(['PDF/A-2a', 'PDF/UA-1']);
        const codes = file.notices.map(notice => notice.code);
        const expected = disclosedOutputs.includes(file.kind) ? ['heldBack', 'markedOutput'] : [];
        expect(
          codes.filter(code => code !== 'longerThanOnePage'),
          file.kind,
        ).toEqual(expected);
        await expectConforming(file.bytes);
        const text = await read(file, pdf => pdf.texts.join(' ').replace(/-?\s+/g, ' '));
        if (file.kind === 'pocketCards' || file.kind === 'onePageBrief')
          expect(text).toContain(announced[language]);
        if (!disclosedOutputs.includes(file.kind)) continue;
        expect(text).toContain(open[language]);
        for (const words of secret[language]) expect(text).not.toContain(words);
      }
    },
    120_000,
  );

  test('has every block there is', async () => {
    const [file] = await library.exportAs(language, {});
    const { roles, landscape, text, outline } = await read(file!, pdf => ({
      roles: new Set(
        pdf.structure.flatMap(root => (root ? flattenStructure(root) : [])).map(node => node.role),
      ),
      landscape: pdf.sizes.filter(({ width, height }) => width > height).length,
      text: pdf.texts.join(' ').replace(/-?\s+/g, ' '),
      outline: pdf.outline.map(entry => entry.title),
    }));
    for (const role of [
      'H1',
      'H2',
      'L',
      'LI',
      'BlockQuote',
      'Table',
      'TH',
      'Figure',
      'Caption',
      'Note',
      'TOC',
      'Index',
    ])
      expect(roles, role).toContain(role);
    expect(landscape).toBeGreaterThan(0);
    for (const words of secret[language]) expect(text).toContain(words);
    expect(outline.length).toBeGreaterThan(12);
  }, 60_000);
});

describe('the specimen dossier', () => {
  test('quotes its sources to the letter', async () => {
    const states = await library.verified();
    expect(states.length).toBeGreaterThan(30);
    expect(new Set(states)).toEqual(new Set(['exact']));
  });

  test('is bound with its originals, or has them attached', async () => {
    const [plain] = await library.exportAs('es', {});
    const [merged] = await library.exportAs('es', { annexes: 'merged' });
    expect(merged!.pageCount!).toBeGreaterThan(plain!.pageCount! + 10);
    expect(merged!.standards).toEqual([]);
    expect(new Set(merged!.notices.map(notice => notice.code))).toEqual(new Set(['annexNotArchival']));
    const { findings } = await checkPdf(merged!.bytes);
    const conditions = new Set(findings.map(finding => finding.condition));
    expect(conditions).toEqual(new Set(['06-002', 'A 6.6.4 identifier', UNFIT_ORIGINAL]));
    const text = await read(merged!, pdf => pdf.texts.join(' '));
    expect(text).toContain('Two of the three meetings were therefore held in Washington');
    const [attached] = await library.exportAs('en', { annexes: 'attached' });
    expect(attached!.pageCount).toBeGreaterThan(10);
    expect(attached!.standards).toEqual(['PDF/A-3a', 'PDF/UA-1']);
    await expectConforming(attached!.bytes);
    const pdf = await getDocument({ data: new Uint8Array(attached!.bytes), verbosity: 0 }).promise;
    expect(Object.keys(await readAttachments(pdf)).length).toBeGreaterThan(8);
    await pdf.loadingTask.destroy();
  }, 90_000);

  test('is folded as a booklet, bound in duplex with dividers, and numbered for its readers', async () => {
    const [booklet] = await library.exportAs('es', { binding: 'booklet', outputs: asPdf(['share']) });
    await expectConforming(booklet!.bytes);
    const [duplex] = await library.exportAs('en', {
      binding: 'duplex',
      rightHandParts: true,
      dividers: true,
    });
    await expectConforming(duplex!.bytes);
    const recipients = [
      { name: 'Ana Núñez', office: 'Despacho' },
      { name: 'Luis Vera', office: '' },
    ];
    const copies = await library.exportAs('es', {
      recipients,
      theme: 'large-print',
      outputs: asPdf(['steeringBrief']),
    });
    expect(copies.map(({ copy }) => copy?.recipient.name)).toEqual(['Ana Núñez', 'Luis Vera']);
    for (const copy of copies) {
      await expectConforming(copy.bytes);
      const texts = await read(copy, pdf => pdf.texts);
      for (const text of texts) expect(text).toContain(copy.copy!.recipient.name);
    }
  }, 90_000);

  test('is read back from Word and from HTML', async () => {
    const formats = (['docx', 'html'] as const).map(format => ({ kind: 'folder' as const, format }));
    const [docx, html] = await library.exportAs('en', { outputs: formats });
    const word = await readDocx(docx!.bytes);
    const body = word.raw('word/document.xml');
    expect(body.match(/<w:tbl>/g)!.length).toBeGreaterThan(5);
    expect(body).toContain('w:orient="landscape"');
    expect(word.paths.filter(path => path.startsWith('word/media/')).length).toBeGreaterThan(1);
    expect(word.raw('word/footnotes.xml')).toContain('our own calculation');
    const page = Buffer.from(html!.bytes).toString('utf8');
    expect(page).toMatch(/<html[^>]* lang="en/);
    expect(page.match(/<svg/g)!.length).toBeGreaterThan(4);
    expect(page).toContain('<blockquote');
    expect(page).not.toMatch(/(?:src|href)="https?:\/\/(?!www\.gob\.pe)/);
  }, 60_000);
});
