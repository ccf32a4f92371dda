import type { Block } from '../../../shared/document/content.ts';
import type { ContentDocument, ContentPart, Furniture } from '../../../shared/document/content-document.ts';
import type { Marking } from '../../../shared/model/common.ts';
import type { Section } from '../../../shared/model/dossier.ts';
import {
  defaultPreset,
  type ExportPreset,
  type OutputKind,
  type Recipient,
} from '../../../shared/model/output.ts';
import type { DossierSnapshot } from '../dossier/snapshot.ts';
import { buildBibliography } from './build-document/build-bibliography.ts';
import { buildCover } from './build-document/build-cover.ts';
import { type BuiltText, bodyText, buildText, plain } from './build-document/build-text.ts';
import { buildVerification } from './build-document/build-verification.ts';
import { type DocumentContext, openContext, say } from './build-document/document-context.ts';
import { markingWords, resolveBanner } from './build-document/resolve-markings.ts';

interface BuiltSection {
  section: Section;
  text: BuiltText;
}

/** Which output of a dossier is wanted, and how. */
export interface OutputRequest {
  kind: OutputKind;
  preset: ExportPreset;
  /** Number, count and recipient of a numbered copy. */
  copy: { number: number; of: number; recipient: Recipient } | null;
  /** Pages (from 1) of the folder by anchor, so that what is printed apart from it can say where its evidence stands. */
  folderPages?: Readonly<Record<string, number>>;
  /** Sources whose originals cannot be bound in; they are not announced as annexes. */
  unusableOriginals?: readonly string[];
}

/** One output as content; `heldBack` counts the parts and blocks that were not to be disclosed, `empty` has nothing to print. */
export interface BuiltOutput {
  document: ContentDocument;
  heldBack: number;
  empty: boolean;
  /** Originals that were to be annexed, but are no PDF. */
  notPdf: readonly string[];
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
export function buildOutput(snapshot: DossierSnapshot, request: OutputRequest): BuiltOutput {
  const document = buildFolder(snapshot, request);
  return { document, heldBack: 0, empty: document.parts.length === 0 && document.cover === null, notPdf: [] };
}

function buildFolder(snapshot: DossierSnapshot, { preset }: OutputRequest): ContentDocument {
  const { dossier } = snapshot;
  const context = openContext(snapshot);
  const built = snapshot.sections.map(section => buildSection(section, context));
  const markings = built.flatMap(({ section, text }): Marking[] => [section.marking, ...text.markings]);
  const banner = resolveBanner(snapshot, markings, context.language);
  const cover = built.find(each => each.section.kind === 'cover');
  const contents = built.find(each => each.section.kind === 'contents');
  return {
    language: dossier.language,
    title: dossier.title,
    subtitle: dossier.subtitle || null,
    author: dossier.ministry,
    subject: dossier.meeting.mechanism,
    keywords: [dossier.meeting.counterpart, ...dossier.meeting.axes].filter(Boolean),
    createdAt: dossier.updatedAt,
    banner,
    copyLine: null,
    cover: cover ? buildCover(cover.section, cover.text.blocks, banner?.text ?? null, context) : null,
    contentsTitle: contents ? contents.section.title : null,
    contentsId: contents?.section.id,
    contentsBlocks: contents?.text.blocks,
    theme: preset.theme,
    page: {
      size: dossier.paper === 'letter' ? 'letter' : 'A4',
      duplex: false,
      booklet: false,
      rightHandParts: false,
      dividers: false,
    },
    watermark: null,
    lists: { tables: null, figures: null, names: null },
    annexes: [],
    attachments: [],
    parts: buildParts(
      built.filter(each => each !== cover && each !== contents),
      context,
    ),
    furniture: buildFurniture(context),
  };
}

function buildSection(section: Section, context: DocumentContext): BuiltSection {
  const role = section.kind === 'talkingPoints' ? 'large' : 'body';
  return { section, text: buildText(section.text, context, section.id, role) };
}

/** The parts but the cover and the contents, which have pages of their own and take no number; a second one is a part like others. */
function buildParts(numbered: BuiltSection[], context: DocumentContext): ContentPart[] {
  return numbered.map(({ section, text }, index) => ({
    id: section.id,
    number: String(index + 1),
    title: section.title,
    startOnNewPage: true,
    layout: 'flow',
    marking: markingWords(context.snapshot.markingSchemes, section.marking, context.language),
    blocks: section.kind === 'sources' ? [...text.blocks, ...buildSources(section, context)] : text.blocks,
  }));
}

function buildSources(section: Section, context: DocumentContext): Block[] {
  const entries = buildBibliography(context);
  return [
    heading(`${section.id}-bibliography`, say(context, 'page.sources.title')),
    ...(entries.length ? entries : [bodyText(say(context, 'page.sources.none'))]),
    heading(`${section.id}-verification`, say(context, 'page.verification.title')),
    ...buildVerification(context),
  ];
}

function heading(id: string, title: string): Block {
  return { kind: 'heading', id, level: 2, number: null, inlines: [plain(title)] };
}

/** Furniture keeps its places in braces: the page is not known before it is laid out. */
function buildFurniture(context: DocumentContext): Furniture {
  return {
    pageOf: say(context, 'page.pageOf', { page: '{page}', total: '{total}' }),
    goToReference: say(context, 'page.goToReference', { label: '{label}' }),
    goToPage: say(context, 'page.goToPage', { title: '{title}', page: '{page}' }),
    goToNote: say(context, 'page.goToNote', { number: '{number}' }),
    continued: say(context, 'page.continued', { title: '{title}' }),
    blankPage: say(context, 'page.blankPage'),
    annexPage: say(context, 'page.annexPage', { annex: '{annex}', page: '{page}', total: '{total}' }),
    turnPage: say(context, 'page.turnPage'),
    quotedHere: say(context, 'page.quotedHere'),
  };
}
