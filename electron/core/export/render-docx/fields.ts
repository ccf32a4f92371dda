import {
  BuilderElement,
  type IRunPropertiesOptions,
  type ParagraphChild,
  StringContainer,
  TextRun,
} from 'docx';
import { cleanText } from '../read-content/clean-text.ts';

function mark(type: 'begin' | 'separate' | 'end', style: IRunPropertiesOptions): TextRun {
  const attributes = { type: { key: 'w:fldCharType', value: type } };
  return new TextRun({ ...style, children: [new BuilderElement({ name: 'w:fldChar', attributes })] });
}

function instruct(instruction: string, style: IRunPropertiesOptions): TextRun {
  return new TextRun({ ...style, children: [new StringContainer('w:instrText', cleanText(instruction))] });
}

/** The runs that open a field (ECMA-376-1, 17.16.18); what it shows follows, then {@link closeField}. */
export function openField(instruction: string, style: IRunPropertiesOptions = {}): TextRun[] {
  return [mark('begin', style), instruct(instruction, style), mark('separate', style)];
}

/** The run that ends a field. */
export function closeField(style: IRunPropertiesOptions = {}): TextRun {
  return mark('end', style);
}

/** A field with what it shows until Word counts anew. */
export function field(
  instruction: string,
  shown: string,
  style: IRunPropertiesOptions = {},
): ParagraphChild[] {
  return [
    ...openField(instruction, style),
    new TextRun({ ...style, text: cleanText(shown) }),
    closeField(style),
  ];
}

/** A field that shows nothing, such as an entry for the index. */
export function hiddenField(instruction: string): ParagraphChild[] {
  const style = { vanish: true };
  return [mark('begin', style), instruct(instruction, style), mark('end', style)];
}

/** Text inside the quotes of an instruction. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
