import type { XmlNode } from './read-docx.ts';

/** The order in which the schema wants children (ECMA-376-1, annex A, transitional), for the elements that the exporter writes. */
const ORDER: Record<string, string[]> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(
      ' ',
    ),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:tblBorders': 'top left start bottom right end insideH insideV'.split(' '),
  'w:pBdr': 'top left bottom right between bar'.split(' '),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'.split(
      ' ',
    ),
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr'.split(
      ' ',
    ),
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'.split(' '),
  'w:settings':
    'writeProtection view zoom displayBackgroundShape mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat'.split(
      ' ',
    ),
};

/** Children that stand where the schema does not want them; Word refuses such files, or drops what they say. */
export function findDisorder(node: XmlNode): string[] {
  const order = ORDER[node.name];
  const here: string[] = [];
  if (order) {
    const places = node.children.map(child => order.indexOf(child.name.replace(/^w:/, '')));
    places.forEach((place, at) => {
      if (place < 0) here.push(`${node.name}: ${node.children[at]!.name} is not known`);
      else if (at > 0 && place < places[at - 1]!) {
        here.push(`${node.name}: ${node.children[at]!.name} after ${node.children[at - 1]!.name}`);
      }
    });
  }
  return [...here, ...node.children.flatMap(findDisorder)];
}

/** Cells that do not end in a paragraph, fields that are not closed, bookmarks without end or of the same name. */
export function findFaults(document: XmlNode): string[] {
  const faults: string[] = [];
  const starts = new Map<string, string>();
  let depth = 0;
  const visit = (node: XmlNode): void => {
    const value = (name: string) => node.attributes[`w:${name}`] ?? '';
    if (node.name === 'w:tc' && node.children.at(-1)?.name !== 'w:p')
      faults.push('a cell ends without a paragraph');
    if (node.name === 'w:bookmarkStart') {
      if ([...starts.values()].includes(value('name'))) faults.push(`bookmark ${value('name')} twice`);
      if (value('name').length > 40) faults.push(`bookmark ${value('name')} too long`);
      starts.set(value('id'), value('name'));
    }
    if (node.name === 'w:bookmarkEnd' && !starts.has(value('id')))
      faults.push(`bookmark ${value('id')} ends unbegun`);
    if (node.name === 'w:fldChar') {
      depth += value('fldCharType') === 'begin' ? 1 : value('fldCharType') === 'end' ? -1 : 0;
      if (depth < 0) faults.push('a field ends that was not begun');
    }
    for (const child of node.children) visit(child);
  };
  visit(document);
  if (depth !== 0) faults.push(`${depth} fields are not closed`);
  return faults;
}
