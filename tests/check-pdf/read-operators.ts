/** A name in a content stream. */
export interface Name {
  name: string;
}

/** An operand of a content stream (ISO 32000-1, 7.8.2). */
export type Operand = number | boolean | null | Name | Uint8Array | Operand[] | Map<string, Operand>;

/** Whether an operand is a name. */
export function isName(value: Operand | undefined): value is Name {
  return typeof value === 'object' && value !== null && 'name' in value;
}

/** Takes each operator with its operands; an inline image comes as BI with its dictionary. */
export type OperatorHandler = (operator: string, operands: Operand[]) => void;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map(c => c.charCodeAt(0)));
const KEYWORDS: Record<string, boolean | null> = { true: true, false: false, null: null };
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const CLOSE = Symbol('close');

/** Reads the operators of a content stream in order. */
export function readOperators(bytes: Uint8Array, handle: OperatorHandler): void {
  new OperatorReader(bytes).read(handle);
}

class OperatorReader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  read(handle: OperatorHandler): void {
    let operands: Operand[] = [];
    for (;;) {
      this.skipWhite();
      if (this.at >= this.bytes.length) return;
      const value = this.value();
      if (value === CLOSE) continue;
      if (typeof value !== 'string') {
        operands.push(value);
        continue;
      }
      if (value === 'BI') handle('BI', [this.inlineImage()]);
      else handle(value, operands);
      operands = [];
    }
  }

  /** An operand, an operator as a string, or the end of an array or dictionary. */
  private value(): Operand | string | typeof CLOSE {
    const byte = this.bytes[this.at]!;
    if (byte === 0x2f) return { name: this.name() };
    if (byte === 0x28) return this.literal();
    if (byte === 0x5b) return this.array();
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dictionary() : this.hex();
    if (byte === 0x5d || byte === 0x3e || DELIMITERS.has(byte)) {
      this.at += byte === 0x3e && this.bytes[this.at + 1] === 0x3e ? 2 : 1;
      return CLOSE;
    }
    const word = this.word();
    if (word in KEYWORDS) return KEYWORDS[word]!;
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : word;
  }

  private skipWhite(): void {
    for (; this.at < this.bytes.length; this.at++) {
      if (this.bytes[this.at] === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at++;
      } else if (!WHITE.has(this.bytes[this.at]!)) return;
    }
  }

  private word(): string {
    const start = this.at;
    while (
      this.at < this.bytes.length &&
      !WHITE.has(this.bytes[this.at]!) &&
      !DELIMITERS.has(this.bytes[this.at]!)
    )
      this.at++;
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  private name(): string {
    this.at++;
    return this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  private array(): Operand[] {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipWhite();
      if (this.at >= this.bytes.length) return items;
      const value = this.value();
      if (value === CLOSE) return items;
      if (typeof value !== 'string') items.push(value);
    }
  }

  private dictionary(): Map<string, Operand> {
    this.at += 2;
    return this.pairs(() => false);
  }

  private pairs(ends: (word: string) => boolean): Map<string, Operand> {
    const pairs = new Map<string, Operand>();
    let key: string | null = null;
    for (;;) {
      this.skipWhite();
      if (this.at >= this.bytes.length) return pairs;
      const value = this.value();
      if (value === CLOSE || (typeof value === 'string' && ends(value))) return pairs;
      if (typeof value === 'string') continue;
      if (key === null) key = isName(value) ? value.name : '';
      else {
        pairs.set(key, value);
        key = null;
      }
    }
  }

  private inlineImage(): Map<string, Operand> {
    const dict = this.pairs(word => word === 'ID');
    for (this.at++; this.at < this.bytes.length; this.at++) {
      const [a, b, c] = [this.bytes[this.at - 1]!, this.bytes[this.at]!, this.bytes[this.at + 1]!];
      const after = this.bytes[this.at + 2];
      if (WHITE.has(a) && b === 0x45 && c === 0x49 && (after === undefined || WHITE.has(after))) break;
    }
    this.at += 2;
    return dict;
  }

  private hex(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at);
    const stop = end < 0 ? this.bytes.length : end;
    const digits = Buffer.from(this.bytes.subarray(this.at + 1, stop))
      .toString('latin1')
      .replace(/\s+/g, '');
    this.at = stop + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
  }

  private literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.at++; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x5c) {
        this.escape(out);
        continue;
      }
      if (byte === 0x28) depth++;
      if (byte === 0x29 && --depth === 0) break;
      out.push(byte);
    }
    this.at++;
    return Uint8Array.from(out);
  }

  private escape(out: number[]): void {
    const char = String.fromCharCode(this.bytes[++this.at] ?? 0);
    if (char >= '0' && char <= '7') {
      const digits = /^[0-7]{1,3}/.exec(
        String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)),
      )![0];
      this.at += digits.length - 1;
      out.push(Number.parseInt(digits, 8) & 255);
    } else if (char === '\r' && this.bytes[this.at + 1] === 10) this.at++;
    else if (char !== '\n' && char !== '\r') out.push(ESCAPES[char] ?? char.charCodeAt(0));
  }
}
