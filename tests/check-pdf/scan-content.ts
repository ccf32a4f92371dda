import { type PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { inherited, type PdfFile, type PdfPage } from './open-pdf.ts';
import { isName, type Name, type Operand, readOperators } from './read-operators.ts';
import type { Reporter } from './report.ts';
import {
  asDict,
  asText,
  bytesOf,
  get,
  getDict,
  getName,
  getNumber,
  getRaw,
  itemsOf,
  placeOf,
} from './values.ts';

/** A marked-content sequence as it was met; `owner` is the tag of the page or form whose content it stands in. */
export interface Mark {
  tag: string;
  mcid: number | null;
  owner: string;
  page: number;
  parent: Mark | null;
  language: string | undefined;
  hasReplacement: boolean;
  /** Whether something is painted directly in it. */
  paints: boolean;
  showsText: boolean;
}

/** Where each character code of a font is shown; simple fonts have codes of one byte, composite ones of two. */
export interface FontUse {
  dict: PDFDict;
  place: string;
  codes: Map<number, Set<Mark | null>>;
}

/** A form XObject with the number of its uses and the MCIDs met in it. */
export interface FormUse {
  stream: PDFStream;
  place: string;
  uses: number;
  mcids: Set<number>;
}

/** What the contents of all pages say. */
export interface Scan {
  marks: Mark[];
  /** Pages on which something is painted outside every mark, with what it is. */
  unmarked: { page: number; what: string }[];
  fonts: Map<PDFDict, FontUse>;
  forms: Map<string, FormUse>;
  /** Device colour spaces set by operators, with the first page of each. */
  deviceColours: Map<string, number>;
  /** Inline images' dictionaries. */
  inlineImages: { page: number; dict: Map<string, Operand> }[];
  intents: { page: number; name: string }[];
}

const OPERATORS = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ' +
    'ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
);
const PATH_PAINTING = new Set(['b', 'B', 'b*', 'B*', 'f', 'F', 'f*', 's', 'S']);
const DEVICE: Record<string, string> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};
/** Nesting of q allowed by PDF/A-2, 6.1.13. */
const Q_LIMIT = 28;

/** Reads the contents of all pages and of the forms they paint. */
export function scanContent(file: PdfFile, report: Reporter): Scan {
  const scan: Scan = {
    marks: [],
    unmarked: [],
    fonts: new Map(),
    forms: new Map(),
    deviceColours: new Map(),
    inlineImages: [],
    intents: [],
  };
  for (const page of file.pages) scanPage(page, scan, report);
  return scan;
}

function scanPage(page: PdfPage, scan: Scan, report: Reporter): void {
  const contents = get(page.dict, 'Contents');
  const streams = contents instanceof PDFStream ? [contents] : itemsOf(contents);
  const parts = streams.flatMap(stream =>
    stream instanceof PDFStream ? [bytesOf(stream), Buffer.from('\n')] : [],
  );
  const resources = asDict(inherited(page.dict, 'Resources'));
  const content = { bytes: Buffer.concat(parts), resources, owner: page.ref.tag, page: page.number };
  new ContentReader(content, { scan, report, outer: null, depth: 0 }).read();
}

interface Content {
  bytes: Uint8Array;
  resources: PDFDict | undefined;
  owner: string;
  page: number;
}

interface Surroundings {
  scan: Scan;
  report: Reporter;
  outer: Mark | null;
  depth: number;
}

class ContentReader {
  private mark: Mark | null;
  private font: FontUse | null = null;
  private readonly saved: (FontUse | null)[] = [];
  private readonly mcids = new Set<number>();
  private readonly content: Content;
  private readonly around: Surroundings;

  constructor(content: Content, around: Surroundings) {
    this.content = content;
    this.around = around;
    this.mark = around.outer;
  }

  read(): void {
    readOperators(this.content.bytes, (operator, operands) => this.operator(operator, operands));
    if (this.mark !== this.around.outer)
      this.fault('P 14.6 marked content', `«${this.mark?.tag}» is left open`);
  }

  private operator(operator: string, operands: Operand[]): void {
    if (operator === 'TJ' || operator === 'Tj' || operator === "'" || operator === '"')
      this.showText(operands.at(-1));
    else if (PATH_PAINTING.has(operator)) this.paint('a path');
    else if (operator in DEVICE) this.deviceColour(DEVICE[operator]!);
    else if (!OPERATORS.has(operator)) this.fault('A 6.2.2 operator', `«${operator.slice(0, 40)}»`);
    else this.stateOperator(operator, operands);
  }

  private stateOperator(operator: string, operands: Operand[]): void {
    const [first] = operands;
    const name = isName(first) ? first.name : '';
    if (operator === 'q') this.save();
    else if (operator === 'Q') this.font = this.saved.pop() ?? this.font;
    else if (operator === 'BMC' || operator === 'BDC') this.open(name, operands[1]);
    else if (operator === 'EMC') this.close();
    else if (operator === 'Tf') this.setFont(name);
    else if (operator === 'Do') this.paintObject(name);
    else if (operator === 'BI') this.inlineImage(first as Map<string, Operand>);
    else if (operator === 'sh') this.paintShading(name);
    else if (operator === 'cs' || operator === 'CS') this.colourSpace(name);
    else if (operator === 'gs') this.resource('ExtGState', name);
    else if (operator === 'ri') this.around.scan.intents.push({ page: this.content.page, name });
  }

  private fault(condition: Parameters<Reporter>[0], what: string): void {
    this.around.report(condition, `page ${this.content.page}`, what);
  }

  private resource(kind: string, name: string): PDFObject | undefined {
    const value = get(getDict(this.content.resources, kind), name);
    if (value === undefined) this.fault('A 6.2.2 resources', `${kind} /${name}`);
    return value;
  }

  private save(): void {
    this.saved.push(this.font);
    if (this.saved.length === Q_LIMIT + 1)
      this.fault('A 6.1.13 limits', `q nested more than ${Q_LIMIT} deep`);
  }

  private open(tag: string, operand: Operand | undefined): void {
    const read = this.readProperties(operand);
    const mcid = read('MCID');
    const language = read('Lang');
    const mark: Mark = {
      tag,
      mcid: typeof mcid === 'number' ? mcid : null,
      owner: this.content.owner,
      page: this.content.page,
      parent: this.mark,
      language: typeof language === 'string' ? language : undefined,
      hasReplacement: read('ActualText') !== undefined,
      paints: false,
      showsText: false,
    };
    if (mark.mcid !== null) {
      if (this.mcids.has(mark.mcid)) this.fault('P 14.6 marked content', `MCID ${mark.mcid} twice`);
      this.mcids.add(mark.mcid);
      this.around.scan.forms.get(this.content.owner)?.mcids.add(mark.mcid);
    }
    this.around.scan.marks.push(mark);
    this.mark = mark;
  }

  /** Reads MCID, Lang and ActualText from a property list, be it written here or named. */
  private readProperties(operand: Operand | undefined): (key: string) => number | string | undefined {
    if (operand instanceof Map) {
      return key => {
        const value = operand.get(key);
        if (typeof value === 'number') return value;
        return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : undefined;
      };
    }
    const dict = isName(operand) ? asDict(this.resource('Properties', operand.name)) : undefined;
    return key => getNumber(dict, key) ?? asText(get(dict, key));
  }

  private close(): void {
    if (this.mark === this.around.outer) this.fault('P 14.6 marked content', 'EMC without a beginning');
    else this.mark = this.mark?.parent ?? null;
  }

  private setFont(name: string): void {
    const dict = asDict(this.resource('Font', name));
    if (!dict) return;
    const raw = getRaw(getDict(this.content.resources, 'Font'), name);
    const { fonts } = this.around.scan;
    const use = fonts.get(dict) ?? { dict, place: placeOf(raw, `font /${name}`), codes: new Map() };
    fonts.set(dict, use);
    this.font = use;
  }

  private showText(operand: Operand | undefined): void {
    this.paint('text');
    if (this.mark) this.mark.showsText = true;
    for (const part of Array.isArray(operand) ? operand : [operand]) {
      if (part instanceof Uint8Array && this.font) this.useCodes(this.font, part);
    }
  }

  private useCodes({ dict, codes }: FontUse, bytes: Uint8Array): void {
    const width = getName(dict, 'Subtype') === 'Type0' ? 2 : 1;
    for (let i = 0; i + width <= bytes.length; i += width) {
      const code = width === 2 ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!;
      const marks = codes.get(code);
      if (marks) marks.add(this.mark);
      else codes.set(code, new Set([this.mark]));
    }
  }

  private paint(what: string): void {
    if (this.mark) this.mark.paints = true;
    else this.around.scan.unmarked.push({ page: this.content.page, what });
  }

  private deviceColour(space: string): void {
    const { deviceColours } = this.around.scan;
    if (!deviceColours.has(space)) deviceColours.set(space, this.content.page);
  }

  private colourSpace(name: string): void {
    if (name.startsWith('Device')) this.deviceColour(name);
    else if (name !== 'Pattern') this.resource('ColorSpace', name);
  }

  private paintShading(name: string): void {
    this.resource('Shading', name);
    this.paint('a shading');
  }

  private inlineImage(dict: Map<string, Operand>): void {
    this.around.scan.inlineImages.push({ page: this.content.page, dict });
    this.paint('an inline image');
    const space = dict.get('CS') ?? dict.get('ColorSpace');
    const short: Record<string, string> = { G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK' };
    if (isName(space)) this.colourSpace(short[(space as Name).name] ?? (space as Name).name);
  }

  private paintObject(name: string): void {
    const stream = this.resource('XObject', name);
    if (!(stream instanceof PDFStream)) return;
    if (getName(stream.dict, 'Subtype') !== 'Form') {
      this.paint('an image');
      return;
    }
    const raw = getRaw(getDict(this.content.resources, 'XObject'), name);
    const owner = raw instanceof PDFRef ? raw.tag : '';
    const { scan, report, depth } = this.around;
    const form = scan.forms.get(owner) ?? { stream, place: placeOf(raw), uses: 0, mcids: new Set<number>() };
    scan.forms.set(owner, form);
    form.uses++;
    const resources = getDict(stream.dict, 'Resources');
    const content = { bytes: bytesOf(stream), resources, owner, page: this.content.page };
    if (depth < 12) new ContentReader(content, { scan, report, outer: this.mark, depth: depth + 1 }).read();
  }
}
