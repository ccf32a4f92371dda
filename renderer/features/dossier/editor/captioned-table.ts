import type { Node } from 'prosemirror-model';
import { TableView } from 'prosemirror-tables';

/** A table whose columns can be dragged wider, in a box that scrolls sideways, with its caption above. */
export class CaptionedTable extends TableView {
  constructor(node: Node, cellMinWidth: number) {
    super(node, cellMinWidth);
    // What scrolls must be within reach of the keyboard; the text around it is, and this says so.
    this.dom.contentEditable = 'true';
    this.#showCaption(node);
  }

  override update(node: Node): boolean {
    const isSame = super.update(node);
    if (isSame) this.#showCaption(node);
    return isSame;
  }

  #showCaption(node: Node): void {
    const caption = String(node.attrs.caption);
    if (caption) this.table.dataset.caption = caption;
    else delete this.table.dataset.caption;
  }
}
