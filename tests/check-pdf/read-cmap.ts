import { isName, type Operand, readOperators } from './read-operators.ts';

/** A CMap that maps codes to Unicode or to CIDs. */
export interface CMap {
  unicode: Map<number, string>;
  /** Name of the CMap it builds on. */
  uses: string | undefined;
  wMode: number;
}

/** The CMaps that readers know by name (ISO 32000-1, table 118). */
export const PREDEFINED_CMAPS: ReadonlySet<string> = new Set(
  (
    'GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H ' +
    'UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ' +
    'ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H ' +
    '90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V ' +
    'UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V ' +
    'KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H ' +
    'UniKS-UTF16-V Identity-H Identity-V'
  ).split(' '),
);

/** Reads a CMap (Adobe technical note 5014), as far as it says Unicode, WMode and usecmap. */
export function readCMap(bytes: Uint8Array): CMap {
  const map: CMap = { unicode: new Map(), uses: undefined, wMode: 0 };
  let stack: Operand[] = [];
  readOperators(bytes, (operator, operands) => {
    stack = operands;
    if (operator === 'endbfchar') readChars(stack, map);
    else if (operator === 'endbfrange') readRanges(stack, map);
    else if (operator === 'usecmap') map.uses = nameOf(stack.at(-1));
    else if (operator === 'def' && nameOf(stack[0]) === 'WMode') map.wMode = Number(stack[1]);
  });
  return map;
}

function nameOf(value: Operand | undefined): string | undefined {
  return isName(value) ? value.name : undefined;
}

function readChars(items: Operand[], map: CMap): void {
  for (let i = 0; i + 1 < items.length; i += 2) map.unicode.set(codeOf(items[i]!), utf16(items[i + 1]!));
}

function readRanges(items: Operand[], map: CMap): void {
  for (let i = 0; i + 2 < items.length; i += 3) {
    const [from, to, target] = [codeOf(items[i]!), codeOf(items[i + 1]!), items[i + 2]!];
    for (let code = from; code <= Math.min(to, from + 0xffff); code++) {
      if (Array.isArray(target)) map.unicode.set(code, utf16(target[code - from] ?? new Uint8Array()));
      else map.unicode.set(code, shifted(utf16(target), code - from));
    }
  }
}

/** A range's text counts up in its last unit. */
function shifted(text: string, by: number): string {
  const last = text.charCodeAt(text.length - 1) + by;
  return text ? text.slice(0, -1) + String.fromCharCode(last) : text;
}

function codeOf(value: Operand): number {
  return value instanceof Uint8Array ? value.reduce((code, byte) => code * 256 + byte, 0) : -1;
}

function utf16(value: Operand): string {
  if (!(value instanceof Uint8Array)) return '';
  let text = '';
  for (let i = 0; i + 1 < value.length; i += 2) text += String.fromCharCode(value[i]! * 256 + value[i + 1]!);
  return text;
}
