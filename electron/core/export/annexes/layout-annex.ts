import { annexPageAnchor } from '../../../../shared/document/annex-anchor.ts';
import type { AnnexContent, AnnexQuote, ContentPart } from '../../../../shared/document/content-document.ts';
import type { LaidPage } from '../layout/build-pages.ts';
import type { Geometry } from '../layout/geometry.ts';
import { collectAnchors, type LaidChapter, layoutChapter } from '../layout/layout-chapter.ts';
import { setInlines } from '../layout/set-inlines.ts';
import type { Setting } from '../layout/setting.ts';
import { openNode, type StructNode } from '../layout/structure.ts';
import { type Box, makeBox, type PaintOp } from '../layout/vertical-list.ts';
import type { OriginalPage, OriginalPages } from './original-pages.ts';

/** Space kept free between the original and the furniture, and at the sides of the sheet; points. */
const CLEARANCE = 9;
const SIDE = 34;
/** The bar beside a quoted passage, left of its lines, and the page number beside the sheet. */
const BAR = { gap: 8, width: 2.2 };
const LABEL_WIDTH = 30;

/** Where an original stands: its top left corner from the sheet's left edge and the text frame's top, and by how much it is reduced. */
interface Place {
  x: number;
  y: number;
  scale: number;
}

/**
 * Lays out an original that is bound in: its cover sheet, then its pages one by one, reduced where they must be, with a bar beside every
 * passage that the dossier quotes and the number of the page that quotes it.
 */
export function layoutAnnex(annex: AnnexContent, original: OriginalPages, setting: Setting): LaidChapter {
  const cover = layoutAnnexText(annex, setting);
  const own: Setting = { ...setting, missing: new Set(), pages: { ...setting.pages, asked: new Map() } };
  const sect = openNode('Sect', null, { language: annex.language });
  const context = { annex, original, sect, setting: own };
  const pages = [...cover.pages, ...original.pages.map((page, index) => layoutPage(page, index, context))];
  const printed = { ...cover.printed, pages: new Map([...cover.printed.pages, ...own.pages.asked]) };
  const missing = [...new Set([...cover.missing, ...own.missing])];
  return { pages, anchors: collectAnchors(pages), missing, overlong: [], printed };
}

/** Lays out the cover sheet of an annex, and its text where it is bound in as text, under its own marking. */
export function layoutAnnexText(annex: AnnexContent, setting: Setting): LaidChapter {
  const markingColor = annex.banner?.color ?? setting.markingColor;
  const laid = layoutChapter([coverOf(annex)], { ...setting, markingColor });
  return { ...laid, pages: laid.pages.map(page => ({ ...page, banner: annex.banner })) };
}

/** The cover sheet of an annex, as a part. */
export function coverOf({ id, number, title, banner, blocks }: AnnexContent): ContentPart {
  const marking = banner?.text ?? null;
  return { id, number, title, startOnNewPage: true, layout: 'flow', marking, blocks };
}

interface PageContext {
  annex: AnnexContent;
  original: OriginalPages;
  sect: StructNode;
  setting: Setting;
}

function layoutPage(
  page: OriginalPage,
  index: number,
  { annex, original, sect, setting }: PageContext,
): LaidPage {
  const turned = page.width > page.height;
  const geometry = turned ? setting.turnedGeometry : setting.geometry;
  const place = placeOriginal(page, geometry);
  const quotes = annex.quotes.filter(quote => quote.page === index);
  const node = original.structure ? null : openNode('P', sect);
  const box = makeBox(page.height * place.scale, [
    { kind: 'touch', node: sect },
    { kind: 'original', node, ...nameOriginal(annex, index), ...boxOf(page, place) },
    ...frameOf(page, place, setting),
    ...quotes.flatMap(quote => markQuote(quote, place, sect, setting)),
  ]);
  if (quotes.length) box.anchors.push({ id: annexPageAnchor(annex.id, index), y: 0 });
  return {
    boxes: [{ box, y: place.y }],
    notes: [],
    marginNotes: [],
    noteRuleY: null,
    partTitle: `${annex.number} ${annex.title}`,
    turned,
    fromEdge: true,
    banner: annex.banner,
  };
}

function nameOriginal({ number, sourceId }: AnnexContent, page: number) {
  return { name: `${number.replace(/\W/g, '')}p${page + 1}`, sourceId, page };
}

function boxOf(page: OriginalPage, { x, scale }: Place) {
  return { x, y: 0, height: page.height * scale, scale, matrix: page.matrix };
}

/** As large as the sheet allows between the running head and the foot line, never larger than it was. */
function placeOriginal({ width, height }: OriginalPage, geometry: Geometry): Place {
  const top = geometry.runningHead + CLEARANCE;
  const bottom = geometry.footLine - 2 * CLEARANCE;
  const scale = Math.min(1, (geometry.pageWidth - 2 * SIDE) / width, (bottom - top) / height);
  return {
    x: (geometry.pageWidth - width * scale) / 2,
    y: top - geometry.marginTop + (bottom - top - height * scale) / 2,
    scale,
  };
}

/** A hairline around the original says where it ends and the folder begins. */
function frameOf(page: OriginalPage, { x, scale }: Place, { theme }: Setting): PaintOp[] {
  const [right, bottom] = [x + page.width * scale, page.height * scale];
  const line = { kind: 'rule', width: 0.4, color: theme.colors.hairline } as const;
  return [
    { ...line, x1: x, y1: 0, x2: right, y2: 0 },
    { ...line, x1: x, y1: bottom, x2: right, y2: bottom },
    { ...line, x1: x, y1: 0, x2: x, y2: bottom },
    { ...line, x1: right, y1: 0, x2: right, y2: bottom },
  ];
}

function markQuote(quote: AnnexQuote, place: Place, sect: StructNode, setting: Setting): PaintOp[] {
  const { boxes } = quote;
  if (!boxes.length) return [];
  const left = Math.min(...boxes.map(box => box.x)) * place.scale + place.x - BAR.gap;
  const top = Math.min(...boxes.map(box => box.y)) * place.scale;
  const bars = boxes.map(
    (box): PaintOp => ({
      kind: 'fill',
      x: left,
      y: box.y * place.scale,
      width: BAR.width,
      height: box.height * place.scale,
      color: setting.theme.colors.warning,
    }),
  );
  return [
    ...bars,
    { kind: 'box', box: setLabel(quote, sect, setting), x: place.x - LABEL_WIDTH - 2, y: top },
  ];
}

/** The page that quotes the passage, as a link back to it. */
function setLabel({ quoteId }: AnnexQuote, sect: StructNode, setting: Setting): Box {
  const style = { ...setting.theme.styles.furniture, align: 'end' as const };
  const context = { setting, style, node: openNode('P', sect), language: setting.language };
  const { quotedHere: alt, quotedOn: text } = setting.furniture;
  const [line] = setInlines([{ kind: 'reference', text, targetId: quoteId, alt }], context, LABEL_WIDTH);
  return makeBox(style.leading, line ? [{ kind: 'line', line, x: 0, baseline: style.size }] : []);
}
