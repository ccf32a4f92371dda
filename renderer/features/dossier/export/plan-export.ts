import type { ExportPreset, OutputFormat, OutputKind } from '../../../../shared/model/output.ts';

/** What an export asks beyond what is kept with the dossier. */
export interface ExportWish {
  preset: ExportPreset;
  /** Empty where the PDFs are not protected. */
  password: string;
  passwordAgain: string;
}

/** Why an export cannot begin as it is wished. */
export type WishProblem = 'noOutput' | 'noPassword' | 'passwordsDiffer' | 'tooManyRecipients' | 'noAnnexes';

/** What has to be put right before an export begins, in the order of the window; null when nothing. */
export function findProblem({ preset, password, passwordAgain }: ExportWish): WishProblem | null {
  if (preset.outputs.length === 0) return 'noOutput';
  if (preset.annexes !== 'none' && preset.annexSourceIds?.length === 0) return 'noAnnexes';
  if (preset.recipients.length > 500) return 'tooManyRecipients';
  if (!preset.permissions || !hasPdf(preset)) return null;
  if (password === '') return 'noPassword';
  return password === passwordAgain ? null : 'passwordsDiffer';
}

/** Whether any output is a PDF: only PDFs are numbered and protected. */
export function hasPdf({ outputs }: ExportPreset): boolean {
  return outputs.some(output => output.format === 'pdf');
}

/** How many files an export writes: a PDF for each recipient, each other format once. */
export function countFiles({ outputs, recipients }: ExportPreset): number {
  const copies = Math.max(1, recipients.length);
  return outputs.reduce((count, output) => count + (output.format === 'pdf' ? copies : 1), 0);
}

/** Whether the preset has an output. */
export function hasOutput({ outputs }: ExportPreset, kind: OutputKind, format: OutputFormat): boolean {
  return outputs.some(output => output.kind === kind && output.format === format);
}

/** The preset with an output more or less. */
export function toggleOutput(preset: ExportPreset, kind: OutputKind, format: OutputFormat): ExportPreset {
  const others = preset.outputs.filter(output => output.kind !== kind || output.format !== format);
  const outputs = others.length < preset.outputs.length ? others : [...preset.outputs, { kind, format }];
  return { ...preset, outputs };
}
