import type { FlowBlockKind } from '../../../../shared/model/page.ts';
import type { RawBlock } from '../flow-page.ts';

/** What of a DOM node is read here; linkedom's and any browser's nodes have it. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
}

const ELEMENT = 1;
const TEXT = 3;

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG CANVAS OBJECT IFRAME AUDIO VIDEO BUTTON SELECT INPUT TEXTAREA DIALOG'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HGROUP HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

interface Place {
  kind: FlowBlockKind;
  level: number;
  listDepth: number;
}

/** Reads the blocks under `root` in document order: headings, paragraphs, list items, quotes, table rows («a | b»), preformatted lines. */
export function readBlocks(root: DomNode): RawBlock[] {
  const reader = new BlockReader();
  reader.walk(root, { kind: 'paragraph', level: 0, listDepth: 0 });
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  blocks: RawBlock[] = [];
  #text: string[] = [];
  #place: Place = { kind: 'paragraph', level: 0, listDepth: 0 };

  walk(node: DomNode, place: Place): void {
    if (node.nodeType === TEXT) {
      this.#place = place;
      this.#text.push(node.textContent ?? '');
      return;
    }
    if (node.nodeType !== ELEMENT && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (name === 'BR') this.flush();
    else if (name === 'PRE') this.#readPreformatted(node);
    else if (name === 'TR') this.#readRow(node, place);
    else this.#readChildren(node, name, place);
  }

  /** Ends the block in the making. */
  flush(): void {
    const text = this.#text.join('');
    this.#text = [];
    if (text.trim() === '') return;
    this.blocks.push({ kind: this.#place.kind, level: this.#place.level, lines: [text] });
  }

  #readChildren(node: DomNode, name: string, place: Place): void {
    const isBlock = BLOCKS.has(name);
    if (isBlock) this.flush();
    const inner = placeOf(name, place);
    for (const child of node.childNodes) this.walk(child, inner);
    if (isBlock) this.flush();
  }

  #readPreformatted(node: DomNode): void {
    this.flush();
    for (const line of (node.textContent ?? '').split(/\r\n?|\n/)) {
      if (line.trim() !== '') this.blocks.push({ kind: 'preformatted', level: 0, lines: [line] });
    }
  }

  /** A row of several cells is one block; a row of one cell serves the layout only and is read as what it holds. */
  #readRow(row: DomNode, place: Place): void {
    this.flush();
    const cells = [...row.childNodes].filter(cell => /^T[DH]$/i.test(cell.nodeName));
    if (cells.length < 2) {
      for (const child of row.childNodes) this.walk(child, place);
      this.flush();
      return;
    }
    const texts = cells.map(cell =>
      readBlocks(cell)
        .flatMap(block => block.lines)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    if (texts.some(text => text !== '')) {
      this.blocks.push({ kind: 'tableRow', level: 0, lines: [texts.join(' | ')] });
    }
  }
}

function placeOf(name: string, place: Place): Place {
  const heading = /^H([1-6])$/.exec(name);
  if (heading) return { ...place, kind: 'heading', level: Number(heading[1]) };
  if (name === 'UL' || name === 'OL') return { ...place, listDepth: place.listDepth + 1 };
  if (name === 'LI') return { ...place, kind: 'listItem', level: Math.max(1, place.listDepth) };
  if (name === 'BLOCKQUOTE') return { ...place, kind: 'quote', level: place.level + 1 };
  return place;
}
