import { type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { PageSetup } from '../../../../shared/document/content-document.ts';

/** A sheet in twips (1/20 point), upright, and its margins. */
export interface WordPage {
  width: number;
  height: number;
  margin: { top: number; bottom: number; left: number; right: number };
  duplex: boolean;
}

const MILLIMETRE = 1440 / 25.4;
const SIZES: Record<PageSetup['size'], [width: number, height: number]> = {
  A4: [210, 297],
  letter: [215.9, 279.4],
  A5: [148, 210],
  A6: [105, 148],
};

/** The sheet of a page setup; with two printed sides the inner margin is the wider one. */
export function wordPage(setup: PageSetup): WordPage {
  const [width, height] = SIZES[setup.size].map(twips) as [number, number];
  const small = setup.size === 'A5' || setup.size === 'A6';
  const [inner, outer] = setup.duplex ? (small ? [17, 12] : [28, 19]) : small ? [14, 14] : [24, 24];
  const margin = {
    top: twips(small ? 17 : 25),
    bottom: twips(small ? 17 : 25),
    left: twips(inner),
    right: twips(outer),
  };
  return { width, height, margin, duplex: setup.duplex };
}

function twips(millimetres: number): number {
  return Math.round(millimetres * MILLIMETRE);
}

/** The width between the margins, upright or turned. */
export function measureOf(page: WordPage, turned: boolean): number {
  return turned
    ? page.height - page.margin.top - page.margin.bottom
    : page.width - page.margin.left - page.margin.right;
}

/** The properties of a section: its sheet, turned or not, on the next page or the next odd one. */
export function sectionProperties(
  page: WordPage,
  turned: boolean,
  odd: boolean,
): NonNullable<ISectionOptions['properties']> {
  const { top, bottom, left, right } = page.margin;
  const margin = turned ? { top: left, bottom: right, left: top, right: bottom } : page.margin;
  return {
    type: odd ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
    page: {
      size: {
        width: page.width,
        height: page.height,
        orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...margin, header: twips(10), footer: twips(9) },
    },
  };
}
