import type { Place } from '../../../../shared/model/excerpt.ts';
import { type MovementUnit, movePlace, type PageTexts } from '../text/movement.ts';
import { comparePlaces } from '../text/places.ts';
import type { PlaceView } from '../view/place-view.ts';

/** A step of the caret that a key asks for. */
export interface CaretStep {
  unit: MovementUnit | 'line' | 'lineEdge';
  direction: -1 | 1;
}

/** The parts of a key press that {@link readCaretStep} looks at. */
export interface CaretKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The step that a key asks for, as in every text editor; null for keys that move no caret. */
export function readCaretStep({ key, ctrlKey, metaKey, altKey }: CaretKey): CaretStep | null {
  const far = ctrlKey || metaKey || altKey;
  switch (key) {
    case 'ArrowLeft':
      return { unit: far ? 'word' : 'character', direction: -1 };
    case 'ArrowRight':
      return { unit: far ? 'word' : 'character', direction: 1 };
    case 'ArrowUp':
      return { unit: 'line', direction: -1 };
    case 'ArrowDown':
      return { unit: 'line', direction: 1 };
    case 'Home':
      return { unit: far ? 'document' : 'lineEdge', direction: -1 };
    case 'End':
      return { unit: far ? 'document' : 'lineEdge', direction: 1 };
    case 'PageUp':
      return { unit: 'page', direction: -1 };
    case 'PageDown':
      return { unit: 'page', direction: 1 };
    default:
      return null;
  }
}

/** How far up or down (in heights of the caret) the next line is looked for: paragraphs may stand apart. */
const REACHES = [1, 1.6, 2.4, 4, 7];

/** Where a step leads. Lines are those that are drawn; at the window's edge the place is brought into sight first. */
export function stepCaret(view: PlaceView, texts: PageTexts, from: Place, step: CaretStep): Place {
  if (step.unit === 'line') return stepLine(view, texts, from, step.direction);
  if (step.unit === 'lineEdge') {
    const box = view.caretBox(from);
    const edge = box && view.placeAt(step.direction * 1e6, box.top + box.height / 2);
    return edge ?? from;
  }
  return movePlace(texts, from, step.unit, step.direction);
}

function stepLine(view: PlaceView, texts: PageTexts, from: Place, direction: -1 | 1): Place {
  view.reveal(from, 'nearest');
  const box = view.caretBox(from);
  if (!box) return movePlace(texts, from, 'word', direction);
  const middle = box.top + box.height / 2;
  for (const reach of REACHES) {
    const place = view.placeAt(box.left, middle + direction * reach * Math.max(8, box.height));
    const target = place && view.caretBox(place);
    if (!place || !target) continue;
    const moved = (target.top + target.height / 2 - middle) * direction > box.height * 0.4;
    if (moved && comparePlaces(place, from) * direction > 0) return place;
  }
  return movePlace(texts, from, 'page', direction);
}
