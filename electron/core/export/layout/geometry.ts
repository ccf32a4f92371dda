import type { PageSetup } from '../../../../shared/document/content-document.ts';

/** Paper and margins, in points (1/72 in); the text frame is what the margins leave. */
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
}

const MM = 72 / 25.4;
/** ISO 216 and ANSI sizes in points. */
const SIZES = {
  A4: [595.28, 841.89],
  letter: [612, 792],
  A5: [419.53, 595.28],
  A6: [297.64, 419.53],
} as const;

/** The geometry of a paper size: sides 27 mm, 28 mm above and 27 mm below the text. */
export function geometryOf(pageSize: PageSetup['size']): Geometry {
  const [pageWidth, pageHeight] = SIZES[pageSize];
  const marginLeft = 27 * MM;
  const marginTop = 28 * MM;
  return {
    pageWidth,
    pageHeight,
    marginLeft,
    marginTop,
    frameWidth: pageWidth - 2 * marginLeft,
    frameHeight: pageHeight - marginTop - 27 * MM,
    bannerTop: 11.5 * MM,
    runningHead: 19 * MM,
    footLine: pageHeight - 17.5 * MM,
    bannerBottom: pageHeight - 9 * MM,
  };
}
