import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import { type Recipient, recipientSchema } from '../../shared/model/output.ts';
import type { Session } from './session.ts';

/** First cells that are a column's title and not a name. */
const titles = /^(nombre|destinatario|name|recipient)$/i;

/** Recipients of a CSV file (name, office; parted by commas, semicolons or tabs; UTF-8, or Windows' Latin letters as Excel writes them). */
export function readRecipients(session: Session, path: string): Recipient[] {
  const rows = parseRows(decode(readBytes(path)));
  const named = titles.test(rows[0]?.[0]?.trim() ?? '') ? rows.slice(1) : rows;
  return named.map(([name = '', office = '']) => checkRecipient(session, name, office));
}

/** A recipient written «Name; Office». */
export function readRecipient(session: Session, text: string): Recipient {
  const [name = '', ...office] = text.split(';');
  return checkRecipient(session, name, office.join(';'));
}

function checkRecipient(session: Session, name: string, office: string): Recipient {
  const parsed = recipientSchema.safeParse({ name: name.trim(), office: office.trim() });
  if (parsed.success) return parsed.data;
  const spoken = session.say('cli.badRecipient', { text: `${name};${office}` });
  throw new Failure('invalidInput', { spoken });
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Failure('unreadable', { file: basename(path) });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Rows that hold something; a cell in quotes may hold separators and line breaks (RFC 4180). */
function parseRows(text: string): string[][] {
  const separator = /[;\t,]/.exec(text.split(/\r?\n/, 1)[0] ?? '')?.[0] ?? ';';
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\r\n]*))(${separator}|\r?\n|$)`, 'gy');
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== separator) rows.push([]);
    if (whole === '' && end === '') break;
  }
  return rows.filter(row => row.some(each => each.trim()));
}
