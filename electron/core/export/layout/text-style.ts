import type { HexColor } from '../../../../shared/document/content.ts';
import type { FaceFeature, FaceName } from './face.ts';

/** How a paragraph is set. Sizes in points; `justify` fills the line, `start` leaves the right edge ragged. */
export interface TextStyle {
  face: FaceName;
  feature?: FaceFeature;
  size: number;
  leading: number;
  color: HexColor;
  align: 'justify' | 'start' | 'center' | 'end';
  hyphenate: boolean;
}

/** Ink, and the few other colours of the page; all reach 4.5:1 on white. */
export const COLORS = {
  ink: '#111111',
  heading: '#16263f',
  muted: '#4c5563',
  link: '#1b3f73',
  hairline: '#aeb6c1',
  bar: '#7c8aa0',
  headFill: '#eef1f5',
  warning: '#8a1c12',
} as const satisfies Record<string, HexColor>;

const serif = { face: 'serif', color: COLORS.ink } as const;
const sans = { face: 'sans', color: COLORS.ink, hyphenate: false, align: 'start' } as const;

/** Every style of the page, by what it is for. */
export const STYLES = {
  body: { ...serif, size: 10.6, leading: 14.8, align: 'justify', hyphenate: true },
  note: { ...serif, size: 9.3, leading: 13, align: 'justify', hyphenate: true },
  large: { ...serif, size: 16, leading: 24, align: 'start', hyphenate: false },
  lead: { ...sans, face: 'sansBold', size: 10.6, leading: 14.8, color: COLORS.heading },
  title: { ...sans, face: 'sansBold', size: 20, leading: 25, color: COLORS.heading },
  heading2: { ...sans, face: 'sansBold', size: 14, leading: 18.5, color: COLORS.heading },
  heading3: { ...sans, face: 'sansBold', size: 11.6, leading: 15.6, color: COLORS.heading },
  heading4: { ...sans, face: 'sansItalic', size: 11.2, leading: 15.2, color: COLORS.heading },
  quote: { ...serif, size: 10.3, leading: 14.4, align: 'justify', hyphenate: true },
  citation: { ...sans, size: 8.8, leading: 12.4, color: COLORS.muted },
  footnote: { ...serif, size: 8.8, leading: 11.6, align: 'justify', hyphenate: true },
  cell: { ...sans, feature: 'tnum', size: 9, leading: 12, hyphenate: true },
  cellHead: { ...sans, face: 'sansBold', size: 8.8, leading: 11.8, color: COLORS.heading, hyphenate: true },
  caption: { ...sans, face: 'sansBold', size: 9.4, leading: 13, color: COLORS.heading },
  bibliography: { ...serif, size: 9.8, leading: 13.6, align: 'start', hyphenate: true },
  marking: { ...sans, face: 'sansBold', size: 8.4, leading: 12 },
  furniture: { ...sans, size: 8.2, leading: 11, color: COLORS.muted, feature: 'tnum' },
  banner: { ...sans, face: 'sansBold', size: 9.6, leading: 12 },
  contents1: { ...sans, face: 'sansBold', size: 10, leading: 15, color: COLORS.heading, feature: 'tnum' },
  contents2: { ...sans, size: 9.6, leading: 14, feature: 'tnum' },
  coverMinistry: { ...sans, face: 'sansBold', feature: 'smcp', size: 12, leading: 17, color: COLORS.muted },
  coverTitle: {
    ...serif,
    face: 'serifBold',
    size: 28,
    leading: 34,
    color: COLORS.heading,
    align: 'start',
    hyphenate: false,
  },
  coverSubtitle: { ...serif, size: 15, leading: 21, align: 'start', hyphenate: false },
  coverLabel: { ...sans, size: 9.2, leading: 14.6, color: COLORS.muted },
  coverValue: { ...serif, size: 10.8, leading: 14.6, align: 'start', hyphenate: false },
} as const satisfies Record<string, TextStyle>;
