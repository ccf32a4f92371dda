import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { ExportResources } from '../../../electron/core/export/export-resources.ts';
import { encodePng } from '../../../electron/core/images/encode-png.ts';
import { insertProfile } from '../../../electron/core/images/jpeg-segments.ts';
import type { Block, ChartBlock, FigureBlock } from '../../../shared/document/content.ts';
import { chartKinds } from '../../../shared/model/chart.ts';
import { bytesOf } from '../../check-pdf/values.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, footnote, paragraph, part, text } from '../../helpers/pdf-content.ts';
import { type ReadStruct, readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';
import { halves, jpeg, png, sRgbProfile } from '../images/make-pictures.ts';
import { chartOf } from './chart/any-chart.ts';

const WORDS = 'El comercio bilateral creció cada año y las exportaciones ganaron parte. '.repeat(6);

function figure(imageId: string, extra: Partial<FigureBlock> = {}): FigureBlock {
  return {
    kind: 'figure',
    id: `f-${imageId}`,
    label: 'Figura 1',
    caption: [text('Firma del acuerdo')],
    alt: 'Dos ministros se dan la mano',
    width: 1,
    placement: 'here',
    imageId,
    pixelWidth: 40,
    pixelHeight: 20,
    ...extra,
  };
}

function chart(kind: (typeof chartKinds)[number], extra: Partial<ChartBlock> = {}): ChartBlock {
  return {
    kind: 'chart',
    id: `c-${kind}`,
    label: 'Figura 2',
    caption: [text('Comercio bilateral')],
    alt: '',
    width: 1,
    placement: 'here',
    chart: chartOf(kind, { Exportaciones: [3, 2, 5], Importaciones: [2, 2, 1] }, 'millones de USD'),
    ...extra,
  };
}

function library(pictures: Record<string, Uint8Array>): ExportResources {
  return { image: id => pictures[id] ?? null, original: () => null };
}

function exportBlocks(blocks: Block[], pictures: Record<string, Uint8Array> = {}) {
  const content = contentDocument([part('p', 'Comercio', blocks)]);
  return exportPdf(content, { themes: testThemes, resources: library(pictures) });
}

interface FoundImage {
  stream: PDFRawStream;
  get(key: string): unknown;
}

async function imagesOf(bytes: Uint8Array): Promise<FoundImage[]> {
  const pdf = await PDFDocument.load(bytes);
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isImage =
      object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
    return isImage ? [{ stream: object, get: (key: string) => object.dict.lookup(PDFName.of(key)) }] : [];
  });
}

function nodesOf(tree: ReadStruct | null, role: string): ReadStruct[] {
  if (!tree) return [];
  const below = tree.children.flatMap(child => ('role' in child ? nodesOf(child, role) : []));
  return tree.role === role ? [tree, ...below] : below;
}

test('a JPEG goes into the file as it is, once, however often it is shown, with its profile', async () => {
  const bytes = insertProfile(await jpeg(40, 20), sRgbProfile);
  const shown = [figure('a'), paragraph(WORDS), figure('a', { id: 'again', width: 0.4, label: 'Figura 2' })];
  const exported = await exportBlocks(shown, { a: bytes });
  const [image, ...others] = await imagesOf(exported.bytes);
  expect(others).toEqual([]);
  expect(Buffer.from(image!.stream.contents).equals(Buffer.from(bytes))).toBe(true);
  expect(image!.get('Filter')).toBe(PDFName.of('DCTDecode'));
  const space = image!.get('ColorSpace') as PDFArray;
  expect(space.get(0)).toBe(PDFName.of('ICCBased'));
  expect(Buffer.from(bytesOf(space.lookup(1) as PDFRawStream)).equals(Buffer.from(sRgbProfile))).toBe(true);
});

test('two pictures of one profile share it', async () => {
  const one = insertProfile(await jpeg(40, 20), sRgbProfile);
  const other = insertProfile(await jpeg(20, 20), sRgbProfile);
  const blocks = [figure('a'), figure('b', { id: 'b', pixelWidth: 20, width: 0.3 })];
  const images = await imagesOf((await exportBlocks(blocks, { a: one, b: other })).bytes);
  const profiles = images.map(image => (image.get('ColorSpace') as PDFArray).get(1));
  expect(profiles).toHaveLength(2);
  expect(profiles[0]).toBe(profiles[1]);
});

test('a PNG with alpha is painted with a mask, one without as its rows are packed', async () => {
  const clear = encodePng(halves(6, 4, [200, 10, 10, 0], [10, 10, 200, 255]), null);
  const solid = png(halves(6, 4, [200, 10, 10], [10, 10, 200]));
  const blocks = [
    figure('a', { pixelWidth: 6, pixelHeight: 4, width: 0.3 }),
    figure('b', { id: 'b', width: 0.3 }),
  ];
  const images = await imagesOf((await exportBlocks(blocks, { a: clear, b: solid })).bytes);
  const withMask = images.find(image => image.get('SMask') !== undefined)!;
  expect([...bytesOf(withMask.get('SMask') as PDFRawStream)].slice(0, 6)).toEqual([0, 0, 0, 255, 255, 255]);
  expect([...bytesOf(withMask.stream)].slice(0, 3)).toEqual([200, 10, 10]);
  const packed = images.find(image => image.get('DecodeParms') !== undefined)!;
  // Each row begins with the number of its filter; none here.
  const row = [0, ...halves(6, 1, [200, 10, 10], [10, 10, 200]).data];
  expect([...bytesOf(packed.stream)].slice(0, 19)).toEqual(row);
  const parameters = packed.get('DecodeParms') as PDFDict;
  const numbers = ['Predictor', 'Colors', 'BitsPerComponent', 'Columns'].map(key =>
    parameters.lookup(PDFName.of(key), PDFNumber).asNumber(),
  );
  expect(numbers).toEqual([15, 3, 8, 6]);
});

test('grey pictures are grey, with alpha too', async () => {
  const grey = encodePng(halves(4, 4, [30], [220]), null);
  const clear = encodePng(halves(4, 4, [30, 128], [220, 255]), null);
  const blocks = [figure('a', { width: 0.2 }), figure('b', { id: 'b', width: 0.2 })];
  const images = await imagesOf((await exportBlocks(blocks, { a: grey, b: clear })).bytes);
  expect(images).toHaveLength(3);
  for (const image of images) expect(image.get('ColorSpace')).toBe(PDFName.of('DeviceGray'));
});

test('a figure says what it shows and stands beside its caption', async () => {
  const exported = await exportBlocks([figure('a')], { a: await jpeg(40, 20) });
  const pdf = await readPdf(exported.bytes);
  const page = pdf.structure.findIndex(tree => nodesOf(tree, 'Figure').length > 0);
  const [found] = nodesOf(pdf.structure[page]!, 'Figure');
  expect(found?.alt).toBe('Dos ministros se dan la mano');
  const [group] = nodesOf(pdf.structure[page]!, 'Div');
  expect(group?.children.map(child => ('role' in child ? child.role : '')).toSorted()).toEqual([
    'Caption',
    'Figure',
  ]);
  expect(pdf.texts[page]).toContain('Figura 1. Firma del acuerdo');
  expect(exported.anchors['f-a']).toBe(page + 1);
  await pdf.close();
});

test('without words of its own a picture says its caption', async () => {
  const exported = await exportBlocks([figure('a', { alt: ' ' })], { a: await jpeg(40, 20) });
  const pdf = await readPdf(exported.bytes);
  const alts = pdf.structure.flatMap(tree => nodesOf(tree, 'Figure').map(node => node.alt));
  expect(alts).toEqual(['Figura 1. Firma del acuerdo']);
  await pdf.close();
});

/** The figures' boxes as the structure tree gives them. */
async function boxesOf(bytes: Uint8Array): Promise<number[][]> {
  const pdf = await PDFDocument.load(bytes);
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of('S')) !== PDFName.of('Figure')) return [];
    const box = object.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('BBox'), PDFArray);
    return [box.asArray().map(value => (value as PDFNumber).asNumber())];
  });
}

test('a figure is as wide as it asks, and stands in the middle of the measure', async () => {
  const pictures = { a: await jpeg(40, 20) };
  const [whole] = await boxesOf((await exportBlocks([figure('a')], pictures)).bytes);
  const [half] = await boxesOf((await exportBlocks([figure('a', { width: 0.5 })], pictures)).bytes);
  const width = ([left, , right]: number[]) => right! - left!;
  const height = ([, bottom, , top]: number[]) => top! - bottom!;
  expect(width(half!)).toBeCloseTo(width(whole!) / 2, 1);
  expect(height(whole!)).toBeCloseTo(width(whole!) / 2, 1);
  expect(half![0]! + half![2]!).toBeCloseTo(whole![0]! + whole![2]!, 1);
});

test('a very tall picture is scaled to the page, its caption stays with it', async () => {
  const tall = figure('a', { pixelWidth: 20, pixelHeight: 4000 });
  const exported = await exportBlocks([paragraph(WORDS), tall, paragraph(WORDS)], { a: await jpeg(20, 40) });
  const [box] = await boxesOf(exported.bytes);
  expect(box![3]! - box![1]!).toBeLessThan(842);
  expect(box![1]!).toBeGreaterThan(60);
  const pdf = await readPdf(exported.bytes);
  const page = pdf.structure.findIndex(tree => nodesOf(tree, 'Figure').length > 0);
  expect(pdf.texts[page]).toContain('Firma del acuerdo');
  await pdf.close();
});

test('a caption longer than a page goes on, with its notes', async () => {
  const caption = [text(WORDS.repeat(20)), footnote(1, 'Nota de la leyenda')];
  const exported = await exportBlocks([figure('a', { caption })], { a: await jpeg(40, 20) });
  const pdf = await readPdf(exported.bytes);
  expect(pdf.texts.join(' ')).toContain('Nota de la leyenda');
  expect(exported.pageCount).toBeGreaterThan(2);
  await pdf.close();
});

test('a floating figure keeps its place in the reading order', async () => {
  const blocks = [
    ...Array.from({ length: 9 }, () => paragraph(WORDS)),
    figure('a', { pixelHeight: 40, placement: 'float' }),
    ...Array.from({ length: 6 }, () => paragraph(WORDS)),
  ];
  const exported = await exportBlocks(blocks, { a: await jpeg(40, 40) });
  const pdf = await readPdf(exported.bytes);
  expect(pdf.structure.flatMap(tree => nodesOf(tree, 'Figure'))).toHaveLength(1);
  await pdf.close();
});

test('a picture that is not there ends the export by name', async () => {
  await expect(exportBlocks([figure('nada')])).rejects.toMatchObject({ code: 'notFound' });
});

test.each(chartKinds)('a %s chart is vectors, with its texts to copy and its figures to hear', async kind => {
  const exported = await exportBlocks([paragraph(WORDS), chart(kind), paragraph(WORDS)]);
  expect(await imagesOf(exported.bytes)).toEqual([]);
  const pdf = await readPdf(exported.bytes);
  const page = pdf.structure.findIndex(tree => nodesOf(tree, 'Figure').length > 0);
  expect(pdf.texts[page]).toContain('millones de USD');
  expect(pdf.texts[page]).toContain('2024');
  const [found] = nodesOf(pdf.structure[page]!, 'Figure');
  expect(found?.alt).toContain('Exportaciones: 2022, 3; 2023, 2; 2024, 5');
  expect(pdf.marked[page]?.untagged).toBe('');
  await pdf.close();
});

test('figures and charts inside a list, a quotation and a table cell conform too', async () => {
  const small = figure('a', { width: 0.5 });
  const inner = (block: Block): Block[] => [paragraph('Antes'), block];
  const blocks: Block[] = [
    { kind: 'list', ordered: false, start: 1, items: [inner(small)] },
    { kind: 'blockquote', blocks: inner(chart('bar')) },
    {
      kind: 'table',
      caption: null,
      head: [[{ blocks: [paragraph('Uno')] }, { blocks: [paragraph('Dos')] }]],
      rows: [[{ blocks: inner({ ...small, id: 'cell' }) }, { blocks: inner(chart('line')) }]],
    },
  ];
  const exported = await exportBlocks(blocks, { a: await jpeg(40, 20) });
  expect(await boxesOf(exported.bytes)).toHaveLength(4);
});
