import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { IngestError } from '../../ingest/ingest-error.ts';
import { nameOf, ObjectCopier, packStream, unpack } from './copy-objects.ts';
import { copyStructure } from './copy-structure.ts';
import { listAppearances } from './list-appearances.ts';
import type { OriginalPage, OriginalPages, PlainValue } from './original-pages.ts';
import { readClaims } from './read-claims.ts';
import { openStates, stripMarkedContent } from './scan-content.ts';

/** The largest original that is bound in: bytes and pages. */
const ANNEX_LIMITS = { bytes: 150 * 1024 * 1024, pages: 3000 } as const;

/**
 * Takes the pages of a PDF apart so that another file can hold them: each as a form, with what its annotations show; links, scripts and
 * attachments stay behind. Throws {@link IngestError}. Hostile input: call it where it can be killed.
 */
export async function readOriginal(bytes: Uint8Array): Promise<OriginalPages> {
  if (bytes.length > ANNEX_LIMITS.bytes) throw new IngestError('tooLarge');
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new IngestError('notWhatItSays');
  try {
    return copyPages(await open(bytes));
  } catch (error) {
    throw error instanceof IngestError ? error : new IngestError('damaged', {}, error);
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  } catch (error) {
    if (error instanceof EncryptedPDFError || /encrypt|password/i.test(String(error))) {
      throw new IngestError('encrypted', {}, error);
    }
    throw error;
  }
}

function copyPages(document: PDFDocument): OriginalPages {
  const { catalog, context } = document;
  if (hidesLayers(catalog)) throw new IngestError('unsupported');
  const pages = document.getPages();
  if (pages.length > ANNEX_LIMITS.pages) throw new IngestError('tooLarge');
  if (!pages.length) throw new IngestError('damaged');
  const claims = readClaims(readXmp(catalog));
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  const keepsTags = claims.pdfua && root instanceof PDFDict;
  const copier = new ObjectCopier(context, !keepsTags);
  const copied = pages.map(page => copyPage(page, copier, keepsTags));
  const numbers = new Map(pages.map((page, index) => [page.ref, index]));
  const structure = keepsTags ? copyStructure(root, numbers, copier) : null;
  return { objects: copier.finish(), pages: copied, structure, language: readText(catalog, 'Lang'), claims };
}

function copyPage(page: PDFPage, copier: ObjectCopier, keepsTags: boolean): OriginalPage {
  const box = visibleBox(page);
  const appearances = listAppearances(page);
  const resources = copier.value(page.node.Resources()) ?? { dict: {} };
  const painted = appearances.map(({ form }, i) => [`ValijaAnnotation${i}`, copier.value(form)] as const);
  const content = readContent(page);
  const own = keepsTags ? content : stripMarkedContent(content);
  const tail = appearances.map(({ matrix }, i) => paintAppearance(`ValijaAnnotation${i}`, matrix, keepsTags));
  const group = page.node.lookup(PDFName.of('Group'));
  const value = {
    dict: {
      Type: { name: 'XObject' },
      Subtype: { name: 'Form' },
      BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
      Resources: withForms(resources, painted, page, copier),
      ...(group instanceof PDFDict ? { Group: copier.value(group) } : {}),
    },
  };
  const form = copier.add(packStream(value, enclose(own, tail)));
  return { ...placeUpright(page), form };
}

/** The page's own content between q and Q, however many states it leaves open, then the annotations. */
function enclose(content: Uint8Array, tail: string[]): Uint8Array {
  if (!tail.length) return content;
  const open = openStates(content);
  const before = 'q\n'.repeat(1 + Math.max(0, -open));
  const after = `\n${'Q\n'.repeat(1 + Math.max(0, open))}${tail.join('')}`;
  return Buffer.concat([Buffer.from(before, 'latin1'), content, Buffer.from(after, 'latin1')]);
}

function paintAppearance(name: string, matrix: number[], asArtifact: boolean): string {
  const numbers = matrix.map(value => String(Math.round(value * 10_000) / 10_000)).join(' ');
  const paint = `q ${numbers} cm /${name} Do Q\n`;
  return asArtifact ? `/Artifact BMC\n${paint}EMC\n` : paint;
}

function withForms(
  resources: PlainValue,
  forms: (readonly [string, PlainValue])[],
  page: PDFPage,
  copier: ObjectCopier,
): PlainValue {
  if (!forms.length || resources === null || typeof resources !== 'object' || !('dict' in resources)) {
    return resources;
  }
  const known = page.node.Resources()?.lookup(PDFName.of('XObject'));
  const own = known instanceof PDFDict ? copier.value(known) : null;
  const objects = own !== null && typeof own === 'object' && 'dict' in own ? own.dict : {};
  return { dict: { ...resources.dict, XObject: { dict: { ...objects, ...Object.fromEntries(forms) } } } };
}

function readContent(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  const parts = streams.flatMap(each => {
    const stream = each instanceof PDFRef ? page.doc.context.lookup(each) : each;
    return stream instanceof PDFStream ? [unpack(stream), Buffer.from('\n', 'latin1')] : [];
  });
  return Buffer.concat(parts);
}

interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is seen of a page: its crop box within its media box (ISO 32000-1, 14.11.2), whichever corners they name (7.9.5). */
function visibleBox(page: PDFPage): PageBox {
  const media = cornersOf(page.getMediaBox());
  const crop = cornersOf(page.getCropBox());
  const [left, bottom] = [Math.max(media.left, crop.left), Math.max(media.bottom, crop.bottom)];
  const [right, top] = [Math.min(media.right, crop.right), Math.min(media.top, crop.top)];
  const box = { x: left, y: bottom, width: right - left, height: top - bottom };
  if (!(box.width >= 1 && box.height >= 1 && box.width < 1e6 && box.height < 1e6))
    throw new IngestError('damaged');
  return box;
}

function cornersOf({ x, y, width, height }: PageBox) {
  return {
    left: Math.min(x, x + width),
    right: Math.max(x, x + width),
    bottom: Math.min(y, y + height),
    top: Math.max(y, y + height),
  };
}

function placeUpright(page: PDFPage): Omit<OriginalPage, 'form'> {
  const { x, y, width, height } = visibleBox(page);
  const [right, top] = [x + width, y + height];
  const turns = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4;
  const matrices: OriginalPage['matrix'][] = [
    [1, 0, 0, 1, -x, -y],
    [0, -1, 1, 0, -y, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -x],
  ];
  const upright = turns % 2 === 0;
  return {
    width: upright ? width : height,
    height: upright ? height : width,
    matrix: matrices[turns]!,
  };
}

/** Layers that are switched off (ISO 32000-1, 8.11): bound in they would show, or be lost. */
function hidesLayers(catalog: PDFDict): boolean {
  const properties = catalog.lookup(PDFName.of('OCProperties'));
  const usual = properties instanceof PDFDict ? properties.lookup(PDFName.of('D')) : undefined;
  if (!(usual instanceof PDFDict)) return false;
  const off = usual.lookup(PDFName.of('OFF'));
  return (off instanceof PDFArray && off.size() > 0) || nameOf(usual, 'BaseState') === 'OFF';
}

function readXmp(catalog: PDFDict): string {
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  return metadata instanceof PDFStream ? Buffer.from(unpack(metadata)).toString('utf8') : '';
}

function readText(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
