import type { Block, Inline, TableCell } from '../../shared/document/content.ts';
import type { ContentDocument, ContentPart } from '../../shared/document/content-document.ts';

/**
 * A dossier as a web page with the same words, for a browser to print. CSS has no footnotes: notes stand at the end
 * of their part, with links both ways; page numbers in the contents are beyond it too.
 */
export function writeHtml(content: ContentDocument): string {
  const parts = content.parts.map(writePart).join('\n');
  const entries = content.parts
    .map(part => `<li><a href="#${part.id}">${escapeHtml(part.title)}</a></li>`)
    .join('');
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${escapeHtml(content.title)}</title>
<style>${style}</style></head><body><h1>${escapeHtml(content.title)}</h1>
<nav><h2>${escapeHtml(content.contentsTitle ?? '')}</h2><ul>${entries}</ul></nav>${parts}</body></html>`;
}

const style = `
@page { size: A4; margin: 25mm 24mm; }
body { font: 10.5pt/1.35 'Source Serif 4', serif; hyphens: auto; text-align: justify; }
section { break-before: page; }
h1, h2, h3 { break-after: avoid; text-align: left; }
blockquote { margin: 0.7em 1.5em; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; text-align: left; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 0.5pt solid #999; padding: 2pt 4pt; vertical-align: top; }
aside { font-size: 8.5pt; }
`;

function writePart(part: ContentPart): string {
  const notes: string[] = [];
  const blocks = part.blocks.map(block => writeBlock(block, notes)).join('\n');
  const foot = notes.length > 0 ? `<aside><ol>${notes.join('')}</ol></aside>` : '';
  const number = part.number ? `${part.number}. ` : '';
  return `<section id="${part.id}"><h1>${number}${escapeHtml(part.title)}</h1>${blocks}${foot}</section>`;
}

function writeBlock(block: Block, notes: string[]): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${block.id}">${writeInlines(block.inlines, notes)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${writeInlines(block.inlines, notes)}</p>`;
    case 'quote':
      return `<blockquote><p>${writeInlines(block.inlines, notes)}</p><p>${writeInlines(block.citation, notes)}</p></blockquote>`;
    case 'bibliographyEntry':
      return `<p id="${block.id}">${writeInlines(block.inlines, notes)} <a href="${block.url ?? ''}">${block.url ?? ''}</a></p>`;
    case 'table': {
      const caption = `<caption>${writeInlines(block.caption ?? [], notes)}</caption>`;
      const head = `<thead>${writeRows(block.head, notes, true)}</thead>`;
      return `<table>${caption}${head}<tbody>${writeRows(block.rows, notes, false)}</tbody></table>`;
    }
    default:
      throw new Error(`a dossier made by rule has no ${block.kind}`);
  }
}

function writeRows(rows: readonly TableCell[][], notes: string[], head: boolean): string {
  const writeCell = (cell: TableCell) => {
    const inner = cell.blocks.map(block => writeBlock(block, notes)).join('');
    if (head) return `<th scope="col">${inner}</th>`;
    return cell.header ? `<th scope="row">${inner}</th>` : `<td>${inner}</td>`;
  };
  return rows.map(row => `<tr>${row.map(writeCell).join('')}</tr>`).join('');
}

function writeInlines(inlines: readonly Inline[], notes: string[]): string {
  return inlines.map(inline => writeInline(inline, notes)).join('');
}

function writeInline(inline: Inline, notes: string[]): string {
  switch (inline.kind) {
    case 'text': {
      const { strong, em } = inline.marks ?? {};
      const words = escapeHtml(inline.text);
      return strong ? `<strong>${words}</strong>` : em ? `<em>${words}</em>` : words;
    }
    case 'citation':
      return `<a href="#${inline.targetId ?? ''}">${escapeHtml(inline.text)}</a>`;
    case 'footnote': {
      const back = `<a href="#call-${inline.id}">${inline.number}</a>`;
      notes.push(`<li id="${inline.id}">${back} ${writeInlines(inline.content, notes)}</li>`);
      return `<sup id="call-${inline.id}"><a href="#${inline.id}">${inline.number}</a></sup>`;
    }
    case 'reference':
      return `<a href="#${inline.targetId}">${escapeHtml(inline.text)}</a>`;
    case 'lineBreak':
      return '<br>';
  }
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
