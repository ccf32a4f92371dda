import type { ContentDocument } from '../../../shared/document/content-document.ts';
import { defaultPreset, type ExportPreset, type OutputKind } from '../../../shared/model/output.ts';
import type { DossierSnapshot } from '../dossier/snapshot.ts';
import { assembleOutput } from './build-document/assemble-output.ts';
import type { Copy } from './build-document/build-control.ts';
import type { MetCitation, StyledCitations } from './build-document/citations.ts';
import { discloseSnapshot } from './build-document/disclose.ts';
import { selectParts } from './build-document/select-parts.ts';

/** Which output of a dossier is wanted, and how. */
export interface OutputRequest {
  kind: OutputKind;
  preset: ExportPreset;
  copy: Copy | null;
  /** Pages (from 1) of the folder by anchor, so that what is printed apart from it can say where its evidence stands. */
  folderPages?: Readonly<Record<string, number>> | null;
  /** Sources whose originals cannot be bound in; they are not announced as annexes. */
  unusableOriginals?: readonly string[];
  /** What the dossier's citation style makes of its citations; without it they are in the house style. */
  styled?: StyledCitations | null;
}

/** One output as content; `heldBack` counts the parts and blocks that were not to be disclosed, `empty` has nothing to print. */
export interface BuiltOutput {
  document: ContentDocument;
  heldBack: number;
  empty: boolean;
  /** Titles of the sources whose originals were to be bound in, but have neither pages nor a text of bearable length. */
  tooLong: readonly string[];
  /** Citations for the dossier's citation style, in order; every source that is cited; whether they are listed. */
  met: readonly MetCitation[];
  cited: readonly string[];
  listsSources: boolean;
}

/** The usual output: the whole folder, without a copy number. */
export const folderRequest: OutputRequest = { kind: 'folder', preset: defaultPreset, copy: null };

/** See {@link buildOutput}; the document alone. */
export function buildDocument(
  snapshot: DossierSnapshot,
  request: OutputRequest = folderRequest,
): ContentDocument {
  return buildOutput(snapshot, request).document;
}

/**
 * Resolves a dossier's snapshot into the content model of one of its outputs: numbers, citations, bibliography, notes,
 * markings, banner and verification report. Pure: the same snapshot and request give the same document.
 */
export function buildOutput(whole: DossierSnapshot, request: OutputRequest): BuiltOutput {
  const { snapshot, heldBack } = discloseSnapshot(whole, request);
  const parts = selectParts(snapshot, request.kind);
  const { document, unbindable, met, cited } = assembleOutput(parts, snapshot, request);
  const hasText = document.parts.some(part => part.id !== sourcesId(snapshot));
  const empty = request.kind === 'folder' ? !document.parts.length && !document.cover : !hasText;
  const tooLong = unbindable.map(source => source.title || source.fileName);
  const listsSources = document.parts.some(part => part.id === sourcesId(snapshot));
  return { document, heldBack, empty, tooLong, met, cited, listsSources };
}

/** A list of sources is nothing to hand over by itself. */
function sourcesId({ sections }: DossierSnapshot): string | undefined {
  return sections.find(section => section.kind === 'sources')?.id;
}
