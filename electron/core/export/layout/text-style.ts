import type { HexColor } from '../../../../shared/document/content.ts';
import type { FaceFeature, FaceRole } from './face.ts';

/** How a paragraph is set. Sizes in points; `justify` fills the line, `start` leaves the right edge ragged. */
export interface TextStyle {
  face: FaceRole;
  feature?: FaceFeature;
  size: number;
  leading: number;
  color: HexColor;
  align: 'justify' | 'start' | 'center' | 'end';
  hyphenate: boolean;
}
