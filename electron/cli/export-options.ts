import { InvalidArgumentError } from 'commander';
import {
  defaultPreset,
  type ExportPreset,
  type OutputFormat,
  type OutputKind,
  outputFormats,
  outputKinds,
} from '../../shared/model/output.ts';
import { readRecipient, readRecipients } from './read-recipients.ts';
import type { Session } from './session.ts';

/** What `valija export` is told. */
export interface ExportOptions {
  output?: OutputKind[];
  format?: OutputFormat[];
  all?: boolean;
  remembered?: boolean;
  theme?: string;
  binding?: ExportPreset['binding'];
  rightHand?: boolean;
  dividers?: boolean;
  annexes?: ExportPreset['annexes'];
  recipients?: string;
  recipient?: string[];
  pdfPasswordFile?: string;
  print: boolean;
  copy: boolean;
  force?: boolean;
}

/** An output's name on the command line: «speaking-pages». */
export function outputName(kind: OutputKind): string {
  return kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** Reads «folder,speaking-pages». */
export function parseOutputs(text: string): OutputKind[] {
  return parseList(text, new Map(outputKinds.map(kind => [outputName(kind), kind])));
}

/** Reads «pdf,docx». */
export function parseFormats(text: string): OutputFormat[] {
  return parseList(text, new Map(outputFormats.map(format => [format, format])));
}

function parseList<T>(text: string, known: ReadonlyMap<string, T>): T[] {
  return text.split(',').map(name => {
    const found = known.get(name.trim());
    if (found === undefined) throw new InvalidArgumentError(name.trim());
    return found;
  });
}

/** The preset of the options: the usual one, or with `--remembered` the dossier's own, changed by what is given. */
export async function readExportPreset(
  session: Session,
  id: string,
  options: ExportOptions,
): Promise<ExportPreset> {
  const base = options.remembered ? await session.call('exports.preset', { id }) : defaultPreset;
  const given = {
    theme: options.theme,
    binding: options.binding,
    rightHandParts: options.rightHand,
    dividers: options.dividers,
    annexes: options.annexes,
    recipients: listRecipients(session, options),
  };
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(defined), outputs: listOutputs(base, options) };
}

function listOutputs(base: ExportPreset, { all, output, format }: ExportOptions): ExportPreset['outputs'] {
  if (!all && !output && !format) return base.outputs;
  const kinds = all ? outputKinds : (output ?? base.outputs.map(each => each.kind));
  return kinds.flatMap(kind => (format ?? ['pdf' as const]).map(each => ({ kind, format: each })));
}

function listRecipients(
  session: Session,
  { recipients, recipient }: ExportOptions,
): ExportPreset['recipients'] | undefined {
  if (!recipients && !recipient) return undefined;
  const named = recipient?.map(text => readRecipient(session, text)) ?? [];
  return [...(recipients ? readRecipients(session, recipients) : []), ...named];
}
