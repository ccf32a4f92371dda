import type { HexColor } from '../../../../shared/document/content.ts';
import type { FaceFeatures, FaceRole } from './face.ts';

/** How a paragraph is set. Sizes in points; `justify` fills the line, `start` leaves the right edge ragged. */
export interface TextStyle {
  face: FaceRole;
  feature?: FaceFeatures;
  size: number;
  leading: number;
  color: HexColor;
  align: 'justify' | 'start' | 'center' | 'end';
  hyphenate: boolean;
  /** Whether small signs at the edges hang a little out of the measure. */
  hang?: boolean;
}
