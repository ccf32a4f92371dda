import { createHash, randomBytes } from 'node:crypto';
import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { Notice } from '../../../../shared/model/output.ts';
import type { OriginalPages } from '../annexes/original-pages.ts';
import type { ExportResources } from '../export-resources.ts';
import { usableLanguage } from '../language-tag.ts';
import type { LaidDocument } from '../layout/layout-document.ts';
import type { Setting } from '../layout/setting.ts';
import type { Pace } from '../pace.ts';
import { type Conformance, claimConformance, listStandards, NO_CONFORMANCE } from './claim-conformance.ts';
import type { Encryption } from './encryption.ts';
import { FontTable } from './font-table.ts';
import type { Side } from './impose-pages.ts';
import { PackedDocument } from './packed-document.ts';
import { clipText } from './pdf-text.ts';
import { writeAttachments } from './write-attachments.ts';
import { writeDestinations, writeOutline, writePageLabels } from './write-navigation.ts';
import { OriginalTable } from './write-originals.ts';
import { type CompressedPage, writePages } from './write-pages.ts';
import { writeStructure } from './write-structure.ts';
import { buildXmp, type XmpFacts } from './xmp.ts';

/** What rendering needs; `pages` are null where they are left empty, `sides` say where they go. */
export interface RenderInput {
  content: ContentDocument;
  laid: LaidDocument;
  pages: readonly (CompressedPage | null)[];
  sides: readonly Side[];
  setting: Setting;
  /** For looking at alone: the same pages without tags, links and bookmarks, which nobody sees and which take half the time. */
  picturesOnly: boolean;
  resources: ExportResources;
  /** The pages of annexes, by source. */
  originals: ReadonlyMap<string, OriginalPages>;
  deflate: (bytes: Uint8Array) => Uint8Array;
  encryption: Encryption | null;
  pace: Pace;
  onWritten: (pages: number) => void;
}

/** A written file, the standards it claims, and what its reader should know. */
export interface RenderedPdf {
  bytes: Uint8Array;
  standards: string[];
  notices: Notice[];
}

const CREATOR = 'Valija';
const PRODUCER = 'Valija (PDFKit)';

/**
 * Writes a laid-out, painted document as a tagged PDF 1.7 made to PDF/UA-1, and to PDF/A-2a or, with files attached, 3a; less where
 * it is encrypted or where bound-in originals are less.
 */
export async function renderPdf(input: RenderInput): Promise<RenderedPdf> {
  const { content, laid, picturesOnly, pace } = input;
  const document = openDocument(input);
  const fonts = new FontTable(document);
  const originals = new OriginalTable(document, input.originals);
  const written = await writePages(document, { ...input, originals }, fonts);
  if (picturesOnly) {
    originals.finish();
    fonts.embed(input.deflate);
    return { bytes: document.finish(), standards: [], notices: [] };
  }
  writeDestinations(document, laid.anchors, written);
  const { title } = factsOf(content, NO_CONFORMANCE);
  writeOutline(document, { title, entries: laid.entries, anchors: laid.anchors }, written);
  writePageLabels(document, input.sides);
  const { language } = content;
  await writeStructure(document, written, { sides: input.sides.length, language, originals, pace });
  originals.finish();
  const attached = await writeAttachments(document, content, input.resources);
  fonts.embed(input.deflate);
  const conformance = claimConformance(input, attached.count > 0);
  document.describe(buildXmp(factsOf(content, conformance)));
  return {
    bytes: document.finish(),
    standards: listStandards(conformance),
    notices: [...conformance.notices, ...attached.notices],
  };
}

/** The file's identifier depends on its content alone; on nothing at all where that is secret. */
function identify(content: ContentDocument, encryption: Encryption | null): Uint8Array {
  if (encryption) return randomBytes(16);
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16);
}

function openDocument({ content, deflate, encryption, picturesOnly }: RenderInput): PackedDocument {
  const facts = factsOf(content, NO_CONFORMANCE);
  return new PackedDocument({
    language: facts.language,
    fileId: picturesOnly ? new Uint8Array(16) : identify(content, encryption),
    info: {
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      Keywords: facts.keywords,
      CreationDate: new Date(facts.createdAt),
      Creator: facts.creatorTool,
      Producer: facts.producer,
    },
    deflate,
    encryption,
  });
}

/** What Info and XMP say alike. A file without a title would fail those who hear it announced (PDF/UA-1, 7.1). */
function factsOf(content: ContentDocument, { archival, accessible }: Conformance): XmpFacts {
  return {
    title: clipText(content.title) || CREATOR,
    author: clipText(content.author),
    subject: clipText(content.subject),
    keywords: clipText(content.keywords.join(', ')),
    createdAt: content.createdAt,
    language: usableLanguage(content.language),
    creatorTool: CREATOR,
    producer: PRODUCER,
    archival,
    accessible,
  };
}
