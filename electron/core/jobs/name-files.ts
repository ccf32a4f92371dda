import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessage } from '../../../shared/i18n/format-message.ts';
import type { Language } from '../../../shared/model/common.ts';
import type { OutputFormat, OutputKind, Recipient } from '../../../shared/model/output.ts';

/** What an exported file is named from. */
export interface FileNaming {
  title: string;
  language: Language;
  kind: OutputKind;
  format: OutputFormat;
  copy: { number: number; recipient: Recipient } | null;
}

/** UTF-8 bytes of the pieces of a name: together they stay well below the 255 that file systems take. */
const LONGEST = { title: 110, recipient: 50 };

/** «Título - Páginas para hablar - ejemplar 003 (Ana Ríos).pdf», in the dossier's language; a name that every system takes. */
export function nameFile({ title, language, kind, format, copy }: FileNaming): string {
  const pieces = [clean(title, LONGEST.title), formatMessage(language, `export.output.${kind}`)];
  if (copy) {
    const number = formatMessage(language, 'export.copy', { number: padNumber(copy.number) });
    const recipient = clean(copy.recipient.name, LONGEST.recipient);
    pieces.push(recipient ? `${number} (${recipient})` : number);
  }
  return `${pieces.filter(Boolean).join(' - ')}.${format}`;
}

/** A copy's number as it is printed: three digits at least. */
export function padNumber(number: number): string {
  return String(number).padStart(3, '0');
}

/** The first name that no file of a folder has: «a.pdf», «a (2).pdf», «a (3).pdf»… */
export function firstFree(folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
    if (!existsSync(join(folder, tried))) return tried;
  }
}

/** Without what some system forbids in names, and without blanks and dots at its ends. */
function clean(text: string, bytes: number): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ');
  return clip(plain.trimStart().replace(/^\.+/, ''), bytes)
    .replace(/[\s.]+$/, '')
    .trimStart();
}

function clip(text: string, bytes: number): string {
  let clipped = '';
  let length = 0;
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    clipped += character;
  }
  return clipped;
}
