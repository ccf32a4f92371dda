import type { Recipient } from '../../../../shared/model/output.ts';
import { type DocumentContext, say } from './document-context.ts';
import type { Requirement } from './resolve-markings.ts';

/** A numbered copy of an output. */
export interface Copy {
  number: number;
  of: number;
  recipient: Recipient;
}

/** How a copy is told apart: lines of the cover, a line at the foot of every page, and a watermark. */
export interface CopyControl {
  controlLines: string[];
  copyLine: string | null;
  watermark: string | null;
}

/** The control of a copy. What its marking demands and the program does not know is left to be filled in by hand. */
export function buildControl(
  copy: Copy | null,
  required: ReadonlySet<Requirement>,
  context: DocumentContext,
): CopyControl {
  const lines = copy ? nameCopy(copy, context) : [];
  if (!copy && required.has('copyNumber')) lines.push(say(context, 'page.copy.blankNumber'));
  if (required.has('registrationNumber')) lines.push(say(context, 'page.copy.registration'));
  if (required.has('declassifyOn')) lines.push(say(context, 'page.copy.declassify'));
  return {
    controlLines: lines,
    copyLine: copy && `${nameNumber(copy, context)} · ${copy.recipient.name}`,
    watermark: copy?.recipient.name ?? null,
  };
}

function nameCopy(copy: Copy, context: DocumentContext): string[] {
  const { name, office } = copy.recipient;
  const lines = [nameNumber(copy, context), say(context, 'page.copy.recipient', { name })];
  return office.trim() ? [...lines, say(context, 'page.copy.office', { office })] : lines;
}

function nameNumber({ number, of }: Copy, context: DocumentContext): string {
  return say(context, 'page.copy.number', { number: String(number), of: String(of) });
}
