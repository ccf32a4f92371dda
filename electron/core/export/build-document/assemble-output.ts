import type { Block } from '../../../../shared/document/content.ts';
import type {
  ContentDocument,
  ContentPart,
  GeneratedLists,
  PageSetup,
} from '../../../../shared/document/content-document.ts';
import type { Source } from '../../../../shared/model/source.ts';
import type { DossierSnapshot } from '../../dossier/snapshot.ts';
import type { OutputRequest } from '../build-document.ts';
import { buildAnnexes, buildAttachments, listAnnexes } from './build-annexes.ts';
import { buildControl } from './build-control.ts';
import { buildCover } from './build-cover.ts';
import { buildFurniture } from './build-furniture.ts';
import { buildSources } from './build-sources.ts';
import { type BuiltText, buildText } from './build-text.ts';
import type { MetCitation } from './citations.ts';
import { type DocumentContext, type FolderPlan, openContext, say } from './document-context.ts';
import { type PlanOptions, planDocument } from './plan-document.ts';
import { listRequirements, markingWords, resolveBanner } from './resolve-markings.ts';
import { firstOf, isFolderLike, type SelectedPart, selectParts } from './select-parts.ts';

interface BuiltPart {
  part: SelectedPart;
  text: BuiltText;
}

/** An output, and the originals that could not be bound into it because they are no PDF. */
export interface AssembledOutput {
  document: ContentDocument;
  unbindable: readonly Source[];
  /** Citations for the dossier's citation style, in order, and the sources that the output cites. */
  met: readonly MetCitation[];
  cited: readonly string[];
}

/** Builds the parts of an output, and what stands around them. */
export function assembleOutput(
  parts: SelectedPart[],
  snapshot: DossierSnapshot,
  request: OutputRequest,
): AssembledOutput {
  const context = openOutput(parts, snapshot, request);
  const built = parts.map(part => ({ part, text: buildText(part, context) }));
  const isFolder = isFolderLike(request.kind);
  const cover = isFolder ? built.find(each => each.part === firstOf(parts, 'cover')) : undefined;
  const contents = isFolder ? built.find(each => each.part === firstOf(parts, 'contents')) : undefined;
  const body = built.filter(each => each !== cover && each !== contents);
  const markings = built.flatMap(({ part, text }) => [...part.markings, ...text.markings]);
  const banner = resolveBanner(snapshot, markings, context.language);
  const control = buildControl(request.copy, listRequirements(snapshot, markings), context);
  const { dossier } = snapshot;
  const document: ContentDocument = {
    language: dossier.language,
    title: titleOf(request, context),
    subtitle: (isFolder && dossier.subtitle) || null,
    author: dossier.ministry,
    subject: dossier.meeting.mechanism,
    keywords: [dossier.meeting.counterpart, ...dossier.meeting.axes].filter(Boolean),
    createdAt: dossier.updatedAt,
    theme: request.preset.theme,
    page: setUpPage(request, snapshot),
    banner,
    copyLine: control.copyLine,
    watermark: control.watermark,
    cover: cover
      ? buildCover(cover.part.section, cover.text.blocks, banner?.text ?? null, control.controlLines, context)
      : null,
    contentsTitle: contents ? contents.part.section.title : null,
    contentsId: contents?.part.section.id,
    contentsBlocks: contents?.text.blocks,
    parts: body.map(each => buildPart(each, context)),
    lists: nameLists(request, context),
    annexes: buildAnnexes(context),
    attachments: buildAttachments(context),
    furniture: buildFurniture(context),
  };
  const { plan, met, cited } = context;
  return { document, unbindable: plan.unbindable, met, cited: [...cited] };
}

/** Outputs printed apart from the folder know its places; what leaves the delegation knows of no other output. */
function openOutput(
  parts: SelectedPart[],
  snapshot: DossierSnapshot,
  request: OutputRequest,
): DocumentContext {
  const { kind, preset } = request;
  const isFolder = isFolderLike(kind);
  const options: PlanOptions = {
    preset,
    takesAnnexes: kind === 'folder' || !isFolder || snapshot.sections.some(({ kind }) => kind === 'annexes'),
    unusable: request.unusableOriginals ?? [],
  };
  const folder: FolderPlan | null = isFolder
    ? null
    : {
        plan: planDocument(selectParts(snapshot, 'folder'), snapshot, options),
        pages: request.folderPages ?? {},
      };
  return openContext(snapshot, {
    plan: planDocument(parts, snapshot, { ...options, takesAnnexes: isFolder && options.takesAnnexes }),
    folder,
    styled: request.styled ?? null,
    isDisclosed: isFolder && kind !== 'folder',
    listsSources: isFolder && parts.some(part => part.section.kind === 'sources'),
    bindsAnnexes: preset.annexes === 'merged',
  });
}

function buildPart({ part, text }: BuiltPart, context: DocumentContext): ContentPart {
  const { layout, number, section } = part;
  return {
    id: section.id,
    number,
    title: section.title,
    startOnNewPage: true,
    layout,
    marking: markingWords(context.snapshot.markingSchemes, section.marking, context.language),
    blocks: [...text.blocks, ...generateBlocks(part, context)],
  };
}

function generateBlocks({ section }: SelectedPart, context: DocumentContext): Block[] {
  if (section.kind === 'sources') return buildSources(section, context);
  return section.kind === 'annexes' ? listAnnexes(context) : [];
}

/** What is printed apart is told from the folder by its title; nothing that leaves the delegation says what it is. */
function titleOf({ kind }: OutputRequest, context: DocumentContext): string {
  const { title } = context.snapshot.dossier;
  if (kind === 'folder' || kind === 'handOver' || kind === 'share') return title;
  return say(context, 'page.output.title', { title, output: say(context, `page.output.${kind}`) });
}

/** A booklet is folded from the dossier's own paper: its pages are half of it. What is held in the hand is printed on one side. */
function setUpPage({ kind, preset }: OutputRequest, { dossier }: DossierSnapshot): PageSetup {
  const paper = dossier.paper === 'letter' ? 'letter' : 'A4';
  const loose = { duplex: false, booklet: false, rightHandParts: false, dividers: false };
  if (kind === 'pocketCards') return { size: 'A6', ...loose };
  if (!isFolderLike(kind)) return { size: paper, ...loose };
  const booklet = preset.binding === 'booklet';
  const { dividers, rightHandParts } = preset;
  return {
    size: booklet && paper === 'A4' ? 'A5' : paper,
    duplex: preset.binding !== 'single',
    booklet,
    rightHandParts,
    dividers,
  };
}

function nameLists({ kind, preset }: OutputRequest, context: DocumentContext): GeneratedLists {
  if (!isFolderLike(kind)) return { tables: null, figures: null, names: null };
  const { numbers } = context.plan;
  const names = [...numbers.keys()].map(node => node.type.name);
  const lists = (...kinds: string[]) => preset.lists && kinds.some(each => names.includes(each));
  return {
    tables: lists('table') ? say(context, 'page.lists.tables') : null,
    figures: lists('figure', 'chart') ? say(context, 'page.lists.figures') : null,
    names: preset.nameIndex && context.hasIndexEntries ? say(context, 'page.lists.names') : null,
  };
}
