import type { PdfFile } from '../open-pdf.ts';
import type { Reporter } from '../report.ts';
import { get, getNumber } from '../values.ts';

/** Checks header, trailer and encryption from the bytes (PDF/A-2, 6.1.2 and 6.1.3; Matterhorn 26). */
export function checkFileBytes(file: PdfFile, report: Reporter): void {
  const { bytes, ids, encryption } = file;
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (!/^%PDF-1\.[0-7](\r\n|\n|\r)/.test(head)) report('A 6.1.2 header', 'byte 0', head.slice(0, 9));
  const comment = /^[^\r\n]*(?:\r\n|\n|\r)%([^\r\n]{4})/.exec(head)?.[1] ?? '';
  if (comment.length < 4 || [...comment].some(c => c.charCodeAt(0) < 128))
    report('A 6.1.2 binary comment', 'second line', 'four bytes above 127 wanted');
  const tail = Buffer.from(bytes.subarray(-2048)).toString('latin1');
  const end = tail.slice(tail.lastIndexOf('%%EOF') + 5);
  if (!tail.includes('%%EOF') || !/^(\r\n|\n|\r)?$/.test(end))
    report('A 6.1.3 end', 'end', `${end.length} bytes after`);
  if (ids.length !== 2 || ids.some(id => !id.sizeInBytes() || id.toString().length < 4))
    report('A 6.1.3 ID', 'trailer', `${ids.length} identifiers`);
  if (!encryption) return;
  const permissions = getNumber(encryption, 'P');
  if (permissions === undefined) report('26-001', 'trailer', 'no P');
  else if ((permissions & 512) === 0) report('26-002', 'trailer', `P ${permissions}`);
}

/** Reports that an archival file is encrypted (PDF/A-2, 6.1.3). */
export function reportEncryption({ encryption }: PdfFile, report: Reporter): void {
  report('A 6.1.3 Encrypt', 'trailer', `encrypted by ${get(encryption, 'Filter')}`);
}
