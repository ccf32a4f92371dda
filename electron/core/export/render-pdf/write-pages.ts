import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { ExportResources } from '../export-resources.ts';
import type { LaidDocument } from '../layout/layout-document.ts';
import type { Setting } from '../layout/setting.ts';
import type { Pace } from '../pace.ts';
import type { FontTable } from './font-table.ts';
import type { ImposedPage, Side } from './impose-pages.ts';
import { IDENTITY, type Matrix } from './matrix.ts';
import { number } from './operators.ts';
import type { PackedDocument, PdfRef } from './packed-document.ts';
import { paintPageNumber, paintSharedFurniture, type SharedFurniture } from './paint-furniture.ts';
import { ImageTable } from './paint-image.ts';
import type { PaintedPage } from './paint-page.ts';
import { paintWatermark } from './paint-watermark.ts';
import { readPictures } from './read-pictures.ts';
import { writeLink } from './write-links.ts';
import type { OriginalTable } from './write-originals.ts';
import type { WrittenPage } from './write-structure.ts';

/** A painted page whose content stream is deflated already. */
export interface CompressedPage {
  painted: PaintedPage;
  deflated: Uint8Array;
}

/** The pages of a document and where they go; null: a page that is left empty. */
export interface PagesInput {
  content: ContentDocument;
  laid: LaidDocument;
  setting: Setting;
  pages: readonly (CompressedPage | null)[];
  sides: readonly Side[];
  resources: ExportResources;
  originals: OriginalTable;
  /** Leaves links out. */
  picturesOnly: boolean;
  pace: Pace;
  /** Told how many pages of the document stand in the file. */
  onWritten: (pages: number) => void;
}

/** Writes the pages of the file with their content, furniture and links, and returns those of the document in their order. */
export async function writePages(
  document: PackedDocument,
  input: PagesInput,
  fonts: FontTable,
): Promise<WrittenPage[]> {
  const writer = new PageWriter(document, input, fonts);
  for (const [index, side] of input.sides.entries()) {
    await input.pace();
    await writer.side(side, index);
  }
  return writer.finish();
}

class PageWriter {
  private readonly document: PackedDocument;
  private readonly input: PagesInput;
  private readonly fonts: FontTable;
  private readonly images: ImageTable;
  private readonly pictures = new Map<string, Uint8Array>();
  private readonly knownPictures = new Set<string>();
  private readonly forms: SharedForm[] = [];
  private readonly written: WrittenPage[] = [];
  private readonly refs: PdfRef[] = [];
  private annotationKey: number;
  private count = 0;

  constructor(document: PackedDocument, input: PagesInput, fonts: FontTable) {
    this.document = document;
    this.input = input;
    this.fonts = fonts;
    this.images = new ImageTable(document, this.pictures);
    this.annotationKey = input.sides.length;
  }

  /** Writes one page of the file. */
  async side(side: Side, index: number): Promise<void> {
    const page = this.document.object({ Type: 'Page', Parent: this.document.catalog.data.Pages });
    const contents = new Contents(this.document);
    const resources: Resources = { Font: {}, XObject: {} };
    const annotations: PdfRef[] = [];
    for (const matrix of side.blanks) this.blank(matrix, contents, resources);
    for (const imposed of side.pages) {
      const own = await this.page(imposed, { page, side: index }, contents, resources);
      annotations.push(...own);
    }
    Object.assign(page.data, {
      MediaBox: [0, 0, ...side.size],
      Contents: contents.finish(),
      Resources: resources,
      StructParents: index,
      ...(annotations.length ? { Tabs: 'S', Annots: annotations } : {}),
    });
    page.end();
    this.refs.push(page);
    this.count += side.pages.length;
    this.input.onWritten(this.count);
  }

  /** Hangs the pages into the page tree. */
  finish(): WrittenPage[] {
    const tree = this.document.catalog.data.Pages.data as { Kids: PdfRef[]; Count: number };
    for (const ref of this.refs) tree.Kids.push(ref);
    tree.Count = this.refs.length;
    return this.written;
  }

  private async page(
    { page: index, matrix }: ImposedPage,
    place: { page: PdfRef; side: number },
    contents: Contents,
    resources: Resources,
  ): Promise<PdfRef[]> {
    const { laid, pages, content, setting, picturesOnly } = this.input;
    const { page: laidPage, geometry } = laid.pages[index]!;
    const compressed = pages[index];
    const { page, side } = place;
    if (!compressed) {
      this.written[index] = { painted: EMPTY, geometry, matrix, page, side, annotations: [] };
      return [];
    }
    const { painted, deflated } = compressed;
    const number = { number: index + 1, total: laid.pages.length };
    const own = paintPageNumber(content, { ...number, geometry }, setting);
    contents.begin(matrix);
    const banner = laidPage.banner === undefined ? content.banner : laidPage.banner;
    const { partTitle } = laidPage;
    contents.add(`${this.sharedFurniture({ geometry, banner, partTitle }, resources)}q\n${own.content}Q\n`);
    contents.addDeflated(deflated);
    contents.end();
    Object.assign(resources.Font, this.fonts.resources(painted.fonts, own.fonts));
    Object.assign(resources.XObject, await this.pictureResources(painted.pictures));
    if (painted.original) {
      const { name, sourceId, page: shown } = painted.original;
      resources.XObject[name] = this.input.originals.form(sourceId, shown, page);
    }
    const links = picturesOnly ? [] : painted.links;
    const annotations = links.map(link => {
      const structParent = this.annotationKey++;
      return writeLink(this.document, link, { matrix, structParent }, id => laid.anchors.has(id));
    });
    this.written[index] = { painted, geometry, matrix, page, side, annotations };
    return annotations;
  }

  /** What stands on an empty page too: the marking, the number of the copy. */
  private blank(matrix: Matrix, contents: Contents, resources: Resources): void {
    contents.begin(matrix);
    const { content, setting } = this.input;
    const { geometry } = setting;
    contents.add(this.sharedFurniture({ geometry, banner: content.banner, partTitle: '' }, resources));
    contents.end();
  }

  private sharedFurniture(shared: SharedFurniture, resources: Resources): string {
    const { geometry, banner, partTitle } = shared;
    const isSame = (form: SharedForm) =>
      form.geometry === geometry &&
      form.partTitle === partTitle &&
      form.banner?.text === banner?.text &&
      form.banner?.color === banner?.color;
    let index = this.forms.findLastIndex(isSame);
    if (index < 0) index = this.forms.push({ ...shared, ref: this.writeForm(shared) }) - 1;
    const name = `Furniture${index}`;
    resources.XObject[name] = this.forms[index]!.ref;
    return `/Artifact <</Type /Pagination>> BDC\n/${name} Do\nEMC\n`;
  }

  /** What all pages of one geometry, marking and part have in common, as one form object. */
  private writeForm(place: SharedFurniture): PdfRef {
    const { content, setting } = this.input;
    const { geometry } = place;
    const shared = paintSharedFurniture(content, place, setting);
    const watermark = content.watermark ? paintWatermark(content.watermark, geometry, setting) : null;
    const data = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, geometry.pageWidth, geometry.pageHeight],
      Resources: { Font: this.fonts.resources(shared.fonts, watermark?.fonts ?? new Map()) },
    };
    return this.document.stream(data, Buffer.from((watermark?.content ?? '') + shared.content, 'latin1'));
  }

  /** Pictures are read when the first page shows them, and let go once they are written. */
  private async pictureResources(ids: Set<string>): Promise<Record<string, PdfRef>> {
    if (!ids.size) return {};
    for (const [id, bytes] of await readPictures(ids, this.knownPictures, this.input.resources)) {
      this.pictures.set(id, bytes);
      this.knownPictures.add(id);
    }
    const resources = this.images.resources(ids);
    this.pictures.clear();
    return resources;
  }
}

interface SharedForm extends SharedFurniture {
  ref: PdfRef;
}

interface Resources {
  Font: Record<string, PdfRef>;
  XObject: Record<string, PdfRef>;
}

const EMPTY: PaintedPage = {
  events: [],
  owners: [],
  links: [],
  fonts: new Map(),
  pictures: new Set(),
  original: null,
};

/** The content streams of one page of the file: readers join them with white space between (ISO 32000-1, 7.8.2). */
class Contents {
  private readonly document: PackedDocument;
  private readonly streams: PdfRef[] = [];
  private open = '';
  private moved = false;

  constructor(document: PackedDocument) {
    this.document = document;
  }

  /** What follows is moved by `matrix`. */
  begin(matrix: Matrix): void {
    this.moved = matrix !== IDENTITY;
    if (this.moved) this.open += `q\n${matrix.map(number).join(' ')} cm\n`;
  }

  /** Ends what was moved. */
  end(): void {
    if (this.moved) this.open += 'Q\n';
  }

  /** Adds operators. */
  add(operators: string): void {
    this.open += operators;
  }

  /** Adds a stream that is deflated already. */
  addDeflated(deflated: Uint8Array): void {
    this.flush();
    this.streams.push(this.document.stream({}, deflated, true));
  }

  /** The page's Contents, undefined for an empty page. */
  finish(): PdfRef[] | undefined {
    this.flush();
    return this.streams.length ? this.streams : undefined;
  }

  private flush(): void {
    if (this.open) this.streams.push(this.document.stream({}, Buffer.from(this.open, 'latin1')));
    this.open = '';
  }
}
