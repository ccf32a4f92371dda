import type { PageSetup } from '../../../../shared/document/content-document.ts';

/** Paper and margins of one page, in points (1/72 in); the text frame is what the margins leave. */
export interface Geometry {
  pageWidth: number;
  pageHeight: number;
  marginLeft: number;
  marginTop: number;
  frameWidth: number;
  frameHeight: number;
  /** Baselines of the furniture, measured from the top of the page. */
  bannerTop: number;
  runningHead: number;
  footLine: number;
  bannerBottom: number;
  /** A left-hand page of a document printed on both sides: what is outside on the right elsewhere is outside on the left. */
  verso: boolean;
  /** The column for notes in the outer margin; `x` from the text frame's left edge. */
  sideNotes: { x: number; width: number };
}

/** How a page of a document differs from others. */
export interface PageForm {
  /** Wider than high. */
  turned: boolean;
  verso: boolean;
  /** The outer margin holds notes: it is wider, at the cost of the text. */
  sideNotes: boolean;
}

const MM = 72 / 25.4;

/** A sheet upright: its size in points, then millimetres from its edges. */
interface Sheet {
  size: readonly [number, number];
  side: number;
  /** How much wider the inner margin is than the outer, half of it, when printed on both sides. */
  binding: number;
  top: number;
  bottom: number;
  bannerTop: number;
  runningHead: number;
  footLine: number;
  bannerBottom: number;
  /** Outer margin with notes in it, and inner margin then. */
  noteMargins: readonly [number, number];
}

/** ISO 216 and ANSI sizes. */
const SHEETS: Record<PageSetup['size'], Sheet> = {
  A4: {
    size: [595.28, 841.89],
    side: 27,
    binding: 3,
    top: 28,
    bottom: 27,
    bannerTop: 11.5,
    runningHead: 19,
    footLine: 17.5,
    bannerBottom: 9,
    noteMargins: [49, 23],
  },
  letter: {
    size: [612, 792],
    side: 27,
    binding: 3,
    top: 28,
    bottom: 27,
    bannerTop: 11.5,
    runningHead: 19,
    footLine: 17.5,
    bannerBottom: 9,
    noteMargins: [50, 24],
  },
  A5: {
    size: [419.53, 595.28],
    side: 17,
    binding: 2.5,
    top: 21,
    bottom: 20,
    bannerTop: 8.5,
    runningHead: 14.5,
    footLine: 13,
    bannerBottom: 6.5,
    noteMargins: [36, 15],
  },
  A6: {
    size: [297.64, 419.53],
    side: 9.5,
    binding: 1.5,
    top: 16,
    bottom: 15,
    bannerTop: 6,
    runningHead: 11.5,
    footLine: 9.6,
    bannerBottom: 4,
    noteMargins: [28, 8],
  },
};

const NOTE_GUTTER = 4;
const NOTE_EDGE = 6;

const known = new Map<string, Geometry>();

/** Whether a document's left-hand pages mirror its right-hand ones. */
export function isMirrored(setup: PageSetup): boolean {
  return setup.duplex || setup.booklet;
}

/** The geometry of one form of page; the same object for the same form, so that painted pages can be kept by it. */
export function geometryOf(setup: PageSetup, form: PageForm): Geometry {
  const mirrored = isMirrored(setup);
  const verso = mirrored && form.verso;
  const key = [setup.size, mirrored, verso, form.turned, form.sideNotes].join();
  const geometry = known.get(key) ?? makeGeometry(SHEETS[setup.size], { ...form, verso }, mirrored);
  known.set(key, geometry);
  return geometry;
}

function makeGeometry(sheet: Sheet, form: PageForm, mirrored: boolean): Geometry {
  const [short, long] = sheet.size;
  const [pageWidth, pageHeight] = form.turned ? [long, short] : [short, long];
  const { inner, outer } = sideMargins(sheet, form, mirrored);
  const frameWidth = pageWidth - (inner + outer) * MM;
  const noteWidth = (outer - NOTE_GUTTER - NOTE_EDGE) * MM;
  return {
    pageWidth,
    pageHeight,
    marginLeft: (form.verso ? outer : inner) * MM,
    marginTop: sheet.top * MM,
    frameWidth,
    frameHeight: pageHeight - sheet.top * MM - sheet.bottom * MM,
    bannerTop: sheet.bannerTop * MM,
    runningHead: sheet.runningHead * MM,
    footLine: pageHeight - sheet.footLine * MM,
    bannerBottom: pageHeight - sheet.bannerBottom * MM,
    verso: form.verso,
    sideNotes: {
      x: form.verso ? -NOTE_GUTTER * MM - noteWidth : frameWidth + NOTE_GUTTER * MM,
      width: noteWidth,
    },
  };
}

/** Inner and outer margin in millimetres; a turned page is bound at its head, so that its sides are alike. */
function sideMargins(sheet: Sheet, form: PageForm, mirrored: boolean): { inner: number; outer: number } {
  if (form.sideNotes) return { inner: sheet.noteMargins[1], outer: sheet.noteMargins[0] };
  const shift = mirrored && !form.turned ? sheet.binding : 0;
  return { inner: sheet.side + shift, outer: sheet.side - shift };
}
