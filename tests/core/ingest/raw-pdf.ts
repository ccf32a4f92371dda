/**
 * Writes a PDF by hand, without any library: Helvetica, A4, one content stream per page. The code \x01 draws a hyphen that copies as
 * U+00AD, as typesetting programs write the hyphen of a broken word.
 */
export function writeRawPdf(contents: readonly string[]): Uint8Array {
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ' +
    '1 beginbfchar <01> <00AD> endbfchar 1 beginbfrange <20> <7E> <0020> endbfrange endcmap end';
  const kids = contents.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /hyphen] >> >>',
    stream(map),
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map(offset => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, character => character.charCodeAt(0));
}

/** The operators that draw lines in Latin-1, justified between `left` and `right` points as far as `widthOf` can tell. */
export function paintLines(
  lines: readonly { text: string; x: number; y: number; wordSpacing?: number }[],
  size = 11,
): string {
  return lines
    .map(
      ({ text, x, y, wordSpacing = 0 }) =>
        `BT /F ${size} Tf ${wordSpacing} Tw ${x} ${y} Td (${text.replace(/([()\\])/g, '\\$1')}) Tj ET`,
    )
    .join('\n');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
