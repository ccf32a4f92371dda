import { basename } from 'node:path';
import type { HexColor } from '../../../shared/document/content.ts';
import type { Language, Marking } from '../../../shared/model/common.ts';
import type { JobResult } from '../../../shared/model/job.ts';
import { findLevel } from '../../../shared/model/marking.ts';
import type { CoreContext } from '../core-context.ts';
import { buildRecallList, type RecallInput } from '../dossier/build-recall-list.ts';
import { readResources } from '../dossier/read-resources.ts';
import { markingWords } from '../export/build-document/resolve-markings.ts';
import { findDossier } from '../library/dossiers.ts';
import { listCopies, readIssuedTitle } from '../library/issued-copies.ts';
import { refuseLibraryFile, refuseOwnFile } from '../library/own-file.ts';
import { timestamp } from '../timestamp.ts';
import type { JobControl } from './job-runner.ts';
import { pause } from './pause.ts';
import { placeOutput } from './place-output.ts';

/** Job `export`: writes the list by which the copies of a dossier are asked back, also of a dossier that is no longer there. */
export async function writeRecallList(
  context: CoreContext,
  { id, path }: { id: string; path: string },
  control: JobControl,
): Promise<JobResult> {
  await pause(control.signal);
  const library = context.library.current();
  refuseOwnFile(path, library.path);
  refuseLibraryFile(path);
  const pdf = await context.composer.composeDocument(buildRecallList(readRecall(context, id)), {
    resources: readResources(library.db),
    signal: control.signal,
    onProgress: (done, total) => control.report(done, total, basename(path)),
  });
  const { bytes, pageCount, standards, notices } = pdf;
  const file = { bytes, name: basename(path), signal: control.signal };
  const placed = await placeOutput(library.db, { kind: 'file', path }, file);
  return {
    kind: 'export',
    files: [
      {
        kind: 'folder',
        format: 'pdf',
        copy: null,
        fileName: basename(path),
        file: context.ports.files.grant(path),
        pageCount,
        byteLength: bytes.byteLength,
        sha256: placed!.sha256,
        standards,
        notices,
      },
    ],
    empty: [],
    quotes: { exact: 0, moved: 0, changed: 0 },
  };
}

function readRecall(context: CoreContext, id: string): RecallInput {
  const { db } = context.library.current();
  const dossier = findDossier(db, id);
  const language = dossier?.language ?? context.settings.get().language;
  return {
    title: dossier?.title ?? readIssuedTitle(db, id) ?? '',
    ministry: dossier?.ministry ?? '',
    language,
    paper: dossier?.paper ?? 'a4',
    banner: readBanner(context, dossier?.marking ?? null, language),
    copies: listCopies(db, id),
    at: timestamp(context.ports),
  };
}

/** The dossier's own marking: who holds its copies is no less than the dossier itself. */
function readBanner(context: CoreContext, marking: Marking, language: Language): RecallInput['banner'] {
  const schemes = context.templates.listMarkings();
  const text = markingWords(schemes, marking, language);
  const color = findLevel(schemes, marking)?.color ?? '#8a1c12';
  return text ? { text, color: color as HexColor } : null;
}
