import type { ExportPreset, OutputFormat, OutputKind, Recipient } from '../../../shared/model/output.ts';

/** One file that an export makes; with a recipient it is a numbered copy. */
export interface PlannedFile {
  kind: OutputKind;
  format: OutputFormat;
  recipient: Recipient | null;
}

/** Outputs that may say on which page of the folder their evidence stands. */
const pointsToFolder: readonly OutputKind[] = [
  'speakingPages',
  'pocketCards',
  'onePageBrief',
  'steeringBrief',
];

/** The files of a preset, each once: the folder's PDF first, since others name its pages, then in the preset's order, a PDF for each recipient. */
export function planFiles({ outputs, recipients }: ExportPreset): PlannedFile[] {
  const once = new Map(outputs.map(output => [`${output.kind} ${output.format}`, output]));
  const isFolder = ({ kind, format }: { kind: OutputKind; format: OutputFormat }) =>
    kind === 'folder' && format === 'pdf';
  const ordered = [...once.values()].sort((a, b) => Number(isFolder(b)) - Number(isFolder(a)));
  return ordered.flatMap(({ kind, format }): PlannedFile[] =>
    format === 'pdf' && recipients.length > 0
      ? recipients.map(recipient => ({ kind, format, recipient }))
      : [{ kind, format, recipient: null }],
  );
}

/** Whether an output names pages of the folder, so that the folder must have been laid out before. */
export function needsFolderPages({ kind }: Pick<PlannedFile, 'kind'>): boolean {
  return pointsToFolder.includes(kind);
}
