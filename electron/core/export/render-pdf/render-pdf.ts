import { createHash } from 'node:crypto';
import type { LinkTarget } from '../../../../shared/document/content.ts';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { FontFile } from '../layout/face.ts';
import type { Geometry } from '../layout/geometry.ts';
import type { LaidDocument } from '../layout/layout-document.ts';
import type { Setting } from '../layout/setting.ts';
import { embedFont } from './embed-font.ts';
import type { UsedCode } from './encode-text.ts';
import { number } from './operators.ts';
import { PackedDocument, type PdfRef } from './packed-document.ts';
import { type PaintedFurniture, paintPageFurniture, paintSharedFurniture } from './paint-furniture.ts';
import { ImageTable } from './paint-image.ts';
import type { PaintedPage } from './paint-page.ts';
import { fontResource, type Rect } from './paint-text.ts';
import { writeDestinations, writeOutline, writePageLabels } from './write-navigation.ts';
import { type WrittenPage, writeStructure } from './write-structure.ts';
import { buildXmp } from './xmp.ts';

/** A painted page whose content stream is deflated already. */
export interface CompressedPage {
  painted: PaintedPage;
  deflated: Uint8Array;
}

/** What rendering needs besides the pages; `fingerprint` identifies the content and becomes the file's ID. */
export interface RenderInput {
  content: ContentDocument;
  laid: LaidDocument;
  pages: CompressedPage[];
  setting: Setting;
  fingerprint: string;
  /** For looking at alone: the same pages without tags, links and bookmarks, which nobody sees and which take half the time. */
  picturesOnly: boolean;
  /** The printed renditions of the pictures shown, by id. */
  pictures: ReadonlyMap<string, Uint8Array>;
  deflate: (bytes: Uint8Array) => Uint8Array;
}

const CREATOR = 'Valija';
const PRODUCER = 'Valija (PDFKit)';

/** Writes a laid-out, painted document as a tagged PDF 1.7 made to PDF/A-2a and PDF/UA-1. */
export function renderPdf(input: RenderInput): Uint8Array {
  const { content, laid } = input;
  const document = openDocument(input);
  const fonts = new FontTable(document);
  const written = writePages(document, input, fonts);
  if (!input.picturesOnly) {
    writeDestinations(document, laid.anchors, written);
    writeOutline(document, laid.entries, laid.anchors, written);
    writePageLabels(document);
    writeStructure(document, written, content.language);
  }
  fonts.embed(input.deflate);
  return document.finish();
}

function openDocument({ content, fingerprint, deflate }: RenderInput): PackedDocument {
  const keywords = content.keywords.join(', ');
  const facts = { title: content.title, author: content.author, subject: content.subject, keywords };
  return new PackedDocument({
    language: content.language,
    fileId: createHash('sha256').update(fingerprint).digest().subarray(0, 16),
    xmp: buildXmp({
      ...facts,
      createdAt: content.createdAt,
      language: content.language,
      creatorTool: CREATOR,
      producer: PRODUCER,
    }),
    info: {
      Title: content.title,
      Author: content.author,
      Subject: content.subject,
      Keywords: keywords,
      CreationDate: new Date(content.createdAt),
      Creator: CREATOR,
      Producer: PRODUCER,
    },
    deflate,
  });
}

/** The fonts of the file: a reference for each face as soon as a page names it, its glyphs gathered until the end. */
class FontTable {
  private readonly document: PackedDocument;
  private readonly used = new Map<FontFile, { ref: PdfRef; runs: Set<UsedCode[]> }>();

  constructor(document: PackedDocument) {
    this.document = document;
  }

  /** The Font resources of content that uses these fonts. */
  resources(...sources: PaintedFurniture['fonts'][]): Record<string, PdfRef> {
    const resources: Record<string, PdfRef> = {};
    for (const source of sources) {
      for (const [file, runs] of source) {
        const entry = this.used.get(file) ?? { ref: this.document.object(), runs: new Set() };
        this.used.set(file, entry);
        for (const run of runs) entry.runs.add(run);
        resources[fontResource(file.name)] = entry.ref;
      }
    }
    return resources;
  }

  /** Embeds every font with the glyphs used. */
  embed(deflate: (bytes: Uint8Array) => Uint8Array): void {
    for (const [file, { ref, runs }] of this.used) {
      const codes = new Map<number, UsedCode>();
      for (const run of runs) {
        for (const used of run) if (!codes.get(used.code)?.text) codes.set(used.code, used);
      }
      embedFont(this.document, ref, file, codes, deflate);
    }
  }
}

function writePages(document: PackedDocument, input: RenderInput, fonts: FontTable): WrittenPage[] {
  const { content, setting, laid } = input;
  const forms = new Map<Geometry, PdfRef>();
  const formOf = (geometry: Geometry) => {
    const form = forms.get(geometry) ?? writeFurnitureForm(document, input, fonts, geometry);
    forms.set(geometry, form);
    return form;
  };
  const images = new ImageTable(document, input.pictures);
  let annotationKey = input.pages.length;
  const written = input.pages.map(({ painted, deflated }, index): WrittenPage => {
    const place = { number: index + 1, total: input.pages.length };
    const { page: laidPage, geometry } = laid.pages[index]!;
    const own = paintPageFurniture(content, laidPage, { ...place, geometry }, setting);
    const furniture = `/Artifact <</Type /Pagination>> BDC\nq\n/Furniture Do\nQ\nEMC\n${own.content}`;
    const page = document.object({ Type: 'Page', Parent: document.catalog.data.Pages });
    const links = input.picturesOnly ? [] : painted.links;
    const annotations = links.map(link => writeLink(document, link, annotationKey++, page, laid));
    Object.assign(page.data, {
      MediaBox: [0, 0, geometry.pageWidth, geometry.pageHeight],
      Contents: [document.stream({}, deflated, true), document.stream({}, Buffer.from(furniture, 'latin1'))],
      Resources: {
        Font: fonts.resources(painted.fonts, own.fonts),
        XObject: { Furniture: formOf(geometry), ...images.resources(painted.pictures) },
      },
      StructParents: index,
      Tabs: 'S',
      Annots: annotations.length ? annotations : undefined,
    });
    return { painted, geometry, page, annotations };
  });
  addToPageTree(document, written);
  return written;
}

/** What all pages of one geometry have in common, as a form object. */
function writeFurnitureForm(
  document: PackedDocument,
  { content, setting }: RenderInput,
  fonts: FontTable,
  geometry: Geometry,
): PdfRef {
  const shared = paintSharedFurniture(content, geometry, setting);
  const data = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, geometry.pageWidth, geometry.pageHeight],
    Resources: { Font: fonts.resources(shared.fonts) },
  };
  return document.stream(data, Buffer.from(shared.content, 'latin1'));
}

function addToPageTree(document: PackedDocument, written: WrittenPage[]): void {
  const tree = document.catalog.data.Pages.data as { Kids: PdfRef[]; Count: number };
  for (const { page } of written) {
    page.end();
    tree.Kids.push(page);
  }
  tree.Count = written.length;
}

function writeLink(
  document: PackedDocument,
  { node, rects }: PaintedPage['links'][number],
  structParent: number,
  page: PdfRef,
  laid: LaidDocument,
): PdfRef {
  const link = node.attributes.link!;
  const annotation = document.object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: outline(rects).map(round),
    QuadPoints: rects.length > 1 ? rects.flatMap(quadPoints).map(round) : undefined,
    Border: [0, 0, 0],
    F: 4,
    P: page,
    Contents: new String(link.alt),
    StructParent: structParent,
    A: actionOf(link.target, laid),
  });
  annotation.end();
  return annotation;
}

function round(value: number): number {
  return Number(number(value));
}

function outline(rects: Rect[]): Rect {
  const side = (index: 0 | 1 | 2 | 3) => rects.map(rect => rect[index]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** Corners in the order that readers expect (top left, top right, bottom left, bottom right), not ISO 32000-1's. */
function quadPoints([left, bottom, right, top]: Rect): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

/** A link to something that is not in the document leads to its first page rather than nowhere. */
function actionOf(target: LinkTarget, laid: LaidDocument): Record<string, unknown> {
  if (target.kind === 'url') return { S: 'URI', URI: new String(encodeURI(decodeSafely(target.href))) };
  const known = laid.anchors.has(target.id);
  return known ? { S: 'GoTo', D: new String(target.id) } : { S: 'Named', N: 'FirstPage' };
}

/** URIs are ASCII (ISO 32000-1, 12.6.4.7); one that is encoded already stays as it is. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
