import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OriginalPages, PlainDict } from '../../../../electron/core/export/annexes/original-pages.ts';
import { readOriginal } from '../../../../electron/core/export/annexes/read-original.ts';
import {
  openStates,
  scanContent,
  stripMarkedContent,
} from '../../../../electron/core/export/annexes/scan-content.ts';
import { IngestError } from '../../../../electron/core/ingest/ingest-error.ts';
import { specimenPdf } from '../../../check-pdf/specimen.ts';
import { tried } from '../../../helpers/property-runs.ts';

const documents = resolve(import.meta.dirname, '../../../../resources/sample/documents');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

function formOf(original: OriginalPages, page: number): { dict: PlainDict['dict']; content: string } {
  const { value, stream } = original.objects[original.pages[page]!.form]!;
  return { dict: (value as PlainDict).dict, content: inflateSync(stream!).toString('latin1') };
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const error = await readOriginal(bytes).catch(each => each);
  expect(error).toBeInstanceOf(IngestError);
  return (error as IngestError).code;
}

async function onePage(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([300, 400]);
  page.drawText('Primera línea', { x: 20, y: 350, size: 12, font });
  await change(document);
  return document.save();
}

/** A page that says it is PDF/UA, with one element of its own type for one mark. */
function taggedPage(type: string, mark: number): Promise<Uint8Array> {
  return onePage(({ catalog, context }) => {
    const xmp = latin1('<rdf:Description pdfuaid:part="1"/>');
    catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(context.obj({}), xmp)));
    const page = catalog.Pages().Kids().get(0);
    const element = context.obj({
      S: PDFName.of(type.replaceAll(' ', '#20').replaceAll('/', '#2F')),
      Pg: page,
      K: mark,
    });
    catalog.set(PDFName.of('StructTreeRoot'), context.obj({ K: [element] }));
  });
}

describe('an original', () => {
  test('gives each page as a form with what the page needs, each object once', async () => {
    const bytes = await readFile(resolve(documents, 'acta-iv-gabinete-peru-bolivia-2018.pdf'));
    const original = await readOriginal(bytes);
    expect(original.pages.length).toBeGreaterThan(2);
    for (const [index, page] of original.pages.entries()) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
      const { dict, content } = formOf(original, index);
      expect(dict).toMatchObject({ Type: { name: 'XObject' }, Subtype: { name: 'Form' } });
      expect(content).toMatch(/T[jJ]/);
      expect(content).not.toMatch(/\b(BDC|BMC|EMC)\b/);
    }
    const references = JSON.stringify(original.objects.map(each => each.value)).matchAll(/"ref":(\d+)/g);
    for (const [, index] of references) expect(Number(index)).toBeLessThan(original.objects.length);
    const fonts = original.objects.filter(each => JSON.stringify(each.value).includes('FontDescriptor"}'));
    expect(fonts.length).toBeLessThan(10);
  });

  test('that claims PDF/UA keeps its tags, and says what it claims', async () => {
    const original = await readOriginal(await specimenPdf('es'));
    expect(original.claims).toEqual({ pdfa: { part: '2', level: 'a' }, pdfua: true });
    expect(original.structure?.length).toBeGreaterThan(0);
    const tags = new Set<string>();
    const visit = (element: NonNullable<OriginalPages['structure']>[number]) => {
      tags.add(element.tag);
      for (const kid of element.kids) if ('tag' in kid) visit(kid);
    };
    original.structure?.forEach(visit);
    expect([...tags]).toEqual(expect.arrayContaining(['H1', 'P', 'Table', 'TH', 'TD', 'BlockQuote']));
    expect(tags).not.toContain('Link');
    expect(formOf(original, 1).content).toMatch(/MCID 0/);
  });

  test.each([
    [0, [300, 400], [20, 350], [20, 350]],
    [90, [400, 300], [20, 350], [350, 280]],
    [180, [300, 400], [20, 350], [280, 50]],
    [270, [400, 300], [20, 350], [50, 20]],
  ])('turned by %i° stands upright', async (angle, size, from, to) => {
    const original = await readOriginal(
      await onePage(document => document.getPage(0).setRotation(degrees(angle))),
    );
    const { width, height, matrix } = original.pages[0]!;
    expect([width, height]).toEqual(size);
    const [a, b, c, d, e, f] = matrix;
    const [x, y] = from as [number, number];
    expect([a * x + c * y + e, b * x + d * y + f]).toEqual(to);
  });

  test('that is cropped shows what its crop box leaves', async () => {
    const original = await readOriginal(
      await onePage(document => document.getPage(0).setCropBox(10, 20, 200, 300)),
    );
    expect(original.pages[0]).toMatchObject({ width: 200, height: 300, matrix: [1, 0, 0, 1, -10, -20] });
    expect(formOf(original, 0).dict.BBox).toEqual([10, 20, 210, 320]);
  });

  test.each([
    ['names other corners of its paper', [300, 400, 0, 0], null, [300, 400]],
    ['is cropped beyond its paper', [0, 0, 300, 400], [-50, 20, 500, 900], [300, 380]],
  ])('that %s shows what is seen of it', async (_, media, crop, size) => {
    const original = await readOriginal(
      await onePage(document => {
        const { node } = document.getPage(0);
        node.set(PDFName.MediaBox, document.context.obj(media));
        if (crop) node.set(PDFName.CropBox, document.context.obj(crop));
      }),
    );
    expect([original.pages[0]!.width, original.pages[0]!.height]).toEqual(size);
  });

  test('without any paper is refused', async () => {
    const flat = await onePage(document => document.getPage(0).setMediaBox(0, 0, 300, 0));
    expect(await reasonOf(flat)).toBe('damaged');
  });

  test.each([
    [-1, 'damaged'],
    [1.5, 'damaged'],
    [2_000_000_000, 'tooLarge'],
  ])('whose tags name the mark %d is refused', async (mark, reason) => {
    expect(await reasonOf(await taggedPage('P', mark))).toBe(reason);
  });

  test('gives no type that is not standard on to the file that holds it', async () => {
    const original = await readOriginal(await taggedPage('P /Lang (xx) /Injected', 0));
    expect(original.structure).toMatchObject([{ tag: 'NonStruct', kids: [{ page: 0, mcid: 0 }] }]);
  });

  test('keeps numbers that a PDF can write', async () => {
    const bytes = await onePage(document => {
      const { node, ref } = document.getPage(0);
      const huge = PDFNumber.of(-1e30);
      node.Resources()!.set(PDFName.of('ExtGState'), document.context.obj({ Big: { LW: huge }, Own: ref }));
    });
    const { dict } = formOf(await readOriginal(bytes), 0);
    expect((dict.Resources as PlainDict).dict.ExtGState).toMatchObject({
      dict: { Big: { dict: { LW: -1e20 } } },
    });
  });

  test('with a filled form keeps its answers', async () => {
    const bytes = await onePage(document => {
      const field = document.getForm().createTextField('respuesta');
      field.setText('Sí, el 3 de septiembre');
      field.addToPage(document.getPage(0), {
        x: 50,
        y: 100,
        width: 200,
        height: 20,
        borderColor: rgb(0, 0, 0),
      });
    });
    const original = await readOriginal(bytes);
    const { dict, content } = formOf(original, 0);
    expect(content).toMatch(/\/ValijaAnnotation0 Do/);
    const objects = ((dict.Resources as PlainDict).dict.XObject as PlainDict).dict;
    expect(objects.ValijaAnnotation0).toHaveProperty('ref');
  });

  test('that hides layers is refused, one that is encrypted, cut or no PDF too', async () => {
    const hidden = await onePage(({ catalog, context }) => {
      const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Borrador') }));
      catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    });
    expect(await reasonOf(hidden)).toBe('unsupported');
    const locked = await PDFDocument.load(await onePage(() => {}));
    locked.encrypt({ userPassword: 'clave', ownerPassword: 'otra' });
    expect(await reasonOf(await locked.save())).toBe('encrypted');
    expect(await reasonOf(latin1('PK\u0003\u0004 no es un PDF'))).toBe('notWhatItSays');
    expect(await reasonOf(latin1('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'))).toBe('damaged');
  });
});

test('an owner’s password alone does not keep an original out', async () => {
  const locked = await PDFDocument.load(await onePage(() => {}));
  locked.encrypt({ userPassword: '', ownerPassword: 'otra' });
  const original = await readOriginal(await locked.save());
  expect(formOf(original, 0).content).toMatch(/Tj|TJ/);
});

describe('content streams', () => {
  test('lose their marked content and nothing else', () => {
    const content = latin1(
      '/Artifact BMC 0 0 m (a \\) EMC) Tj EMC\n/P <</MCID 0 /T (>> BDC)>> BDC BT [(x) -20 <41>] TJ ET EMC % EMC\n1 0 0 RG',
    );
    expect(Buffer.from(stripMarkedContent(content)).toString('latin1').replace(/\s+/g, ' ').trim()).toBe(
      '0 0 m (a \\) EMC) Tj BT [(x) -20 <41>] TJ ET % EMC 1 0 0 RG',
    );
  });

  test('keep the data of inline images, whatever they look like', () => {
    const content = latin1('q BI /W 2 /H 2 /BPC 8 /CS /G ID \u0001 EMC \u00ff EI Q /P BMC EMC');
    expect(scanContent(content).map(each => each.name)).toEqual(['q', 'BI', 'EI', 'Q', 'BMC', 'EMC']);
    expect(Buffer.from(stripMarkedContent(content)).toString('latin1')).toContain('\u0001 EMC \u00ff EI Q');
  });

  test('of any bytes are read to their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        for (const { from, to } of scanContent(bytes)) expect(from < to && to <= bytes.length).toBe(true);
        expect(stripMarkedContent(bytes).length).toBeLessThanOrEqual(bytes.length);
        expect(Number.isInteger(openStates(bytes))).toBe(true);
      }),
      tried(100),
    );
  });
});
