import type { ContentDocument, PageSetup } from '../../../../shared/document/content-document.ts';
import type { Theme } from '../layout/theme.ts';
import { escapeString } from './css-values.ts';
import { stack } from './font-stack.ts';

const SIZE: Record<PageSetup['size'], string> = { A4: 'A4', letter: 'letter', A5: 'A5', A6: '105mm 148mm' };

/** The rules for paper: sheet and margins, the marking at the head and foot of every page, page numbers, breaks. */
export function writePrintRules(document: ContentDocument, theme: Theme): string {
  const { page } = document;
  const small = page.size === 'A5' || page.size === 'A6';
  const side = small ? '14mm' : '22mm';
  const sheet = `@page { size: ${SIZE[page.size]}; margin: 20mm ${side}; ${marginBoxes(document, theme)} }
@page landscape { size: ${SIZE[page.size]} landscape; }`;
  const inner = small ? '18mm' : '28mm';
  const outer = small ? '11mm' : '18mm';
  const duplex = page.duplex
    ? `@page :right { margin-left: ${inner}; margin-right: ${outer}; }\n@page :left { margin-left: ${outer}; margin-right: ${inner}; }`
    : '';
  const breaks = `  .new-page { break-before: ${page.rightHandParts ? 'right' : 'page'}; }`;
  const size = `  html { font-size: ${printSize(document, theme)}; }`;
  return `${sheet}\n${duplex}\n@media print {\n${size}\n${breaks}\n${PRINT}\n${document.banner ? MARKED : ''}\n${IN_MARGINS}\n}`;
}

/** Small sheets are set smaller, whatever the theme. */
function printSize({ page }: ContentDocument, theme: Theme): string {
  const share = page.size === 'A6' ? 0.8 : page.size === 'A5' ? 0.9 : 1;
  return `${(theme.styles.body.size * share).toFixed(1)}pt`;
}

/** What stands in the margins of each printed page (CSS Paged Media 3, 5). */
function marginBoxes({ banner, copyLine, furniture }: ContentDocument, theme: Theme): string {
  const family = stack(theme.fonts.display);
  const face = `font: 8pt ${family};`;
  const mark = banner
    ? `content: ${escapeString(banner.text)}; font: bold 9.5pt ${family}; color: ${/^#[0-9a-f]{6}$/i.test(banner.color) ? banner.color : '#000000'};`
    : null;
  return [
    mark ? `@top-center { ${mark} }` : '',
    mark ? `@bottom-center { ${mark} }` : '',
    copyLine ? `@bottom-left { content: ${escapeString(copyLine)}; ${face} }` : '',
    `@bottom-right { content: ${pageCounter(furniture.pageOf)}; ${face} }`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** «Página {page} de {total}» as a CSS content list. */
function pageCounter(template: string): string {
  const counters: Record<string, string> = { '{page}': 'counter(page)', '{total}': 'counter(pages)' };
  return template
    .split(/(\{page\}|\{total\})/)
    .filter(Boolean)
    .map(piece => counters[piece] ?? escapeString(piece))
    .join(' ');
}

/**
 * The marking where the margins of a page print nothing (Firefox, Safari): fixed, so that each page repeats it at its head (pages
 * turned to landscape have their foot elsewhere), in white that every page keeps free for it. A browser that is not known to print margins shows it: rather twice than never.
 */
const MARKED = `  body { padding-block: 9mm 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .banner { padding: 0; background: none; color: var(--banner); }
  .banner.top { position: fixed; top: 0; inset-inline: 0; }`;

/** What browsers that print margins have there already; they are known by what they learnt about the same time (Chromium 131). */
const IN_MARGINS = `  @supports (interpolate-size: allow-keywords) and selector(::details-content) and (not (-moz-appearance: none)) {
    body { padding-block: 0; }
    .banner, footer { display: none; }
  }`;

const PRINT = `  .skip { display: none; }
  .cover, .contents, .part { max-width: none; padding-inline: 0; border: 0; }
  .cover { padding-block: 30mm 0; }
  .contents, .names { break-before: page; }
  .contents + .contents { break-before: auto; }
  .part { padding-block: 0 1.5rem; }
  summary { display: none; }
  h1, h2, h3, h4, h5, h6, caption, p.lead, .parallel .head { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  .quote, .picture, .point, tr, .parallel .row { break-inside: avoid; }
  .speaking .point { break-after: page; break-inside: auto; border: 0; padding: 0; }
  .speaking .point:last-child { break-after: auto; }
  thead { display: table-header-group; }
  tbody tr:first-child, tbody tr:last-child { break-before: avoid; }
  .table { overflow: visible; }
  .landscape { page: landscape; }
  .page-break { break-after: page; }
  thead th, thead td, [class*="shade-"] { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  [role="doc-backlink"] { display: none; }
  .part > .side-note { position: static; width: auto; margin: 0 0 1em 1.5em; }`;
