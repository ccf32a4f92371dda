import { type DragEvent, useState } from 'react';
import type { Section } from '../../../../shared/model/dossier.ts';
import { placeBeforeIndex } from './move-part.ts';

/** The data transfer type under which a part is dragged. */
const partTransferType = 'application/x-valija-part';

/** Moving parts by mouse: which one is under way, and before which place it would fall. */
export interface OutlineDrag {
  dragged: string | null;
  /** 0-based place before which the part would stand; null when none is dragged over the list. */
  dropIndex: number | null;
  onDragStart(event: DragEvent, id: string): void;
  onDragOverRow(event: DragEvent, index: number): void;
  onDragOverList(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/** Lets parts be dragged to another place; the keys Alt+↑ and Alt+↓ do the same. */
export function useOutlineDrag(
  sections: readonly Section[],
  moveTo: (id: string, after: string | null) => void,
): OutlineDrag {
  const [dragged, setDragged] = useState<string | null>(null);
  const [dropIndex, setDropIndex] = useState<number | null>(null);
  const end = () => {
    setDragged(null);
    setDropIndex(null);
  };
  return {
    dragged,
    dropIndex,
    onDragStart(event, id) {
      event.dataTransfer.setData(partTransferType, id);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(id);
    },
    onDragOverRow(event, index) {
      if (!dragged) return;
      const box = event.currentTarget.getBoundingClientRect();
      setDropIndex(event.clientY < box.top + box.height / 2 ? index : index + 1);
    },
    onDragOverList(event) {
      if (!dragged) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop(event) {
      if (!dragged || dropIndex === null) return end();
      event.preventDefault();
      const ids = sections.map(section => section.id);
      const after = placeBeforeIndex(ids, dragged, dropIndex);
      if (after !== undefined) moveTo(dragged, after);
      end();
    },
    onDragEnd: end,
  };
}
