import type { Block, Inline, TableCell } from '../../../shared/document/content.ts';
import type { Banner, ContentDocument } from '../../../shared/document/content-document.ts';
import { formatMessage, type MessageKey, type MessageValues } from '../../../shared/i18n/format-message.ts';
import type { Language } from '../../../shared/model/common.ts';
import { defaultPreset, type IssuedCopy } from '../../../shared/model/output.ts';
import { buildFurniture } from '../export/build-document/build-furniture.ts';
import { formatShortDate } from '../export/build-document/format-edtf.ts';
import { padNumber } from '../jobs/name-files.ts';

/** What a recall list is made from: the copies, and what is known of their dossier. */
export interface RecallInput {
  title: string;
  ministry: string;
  language: Language;
  paper: 'a4' | 'letter';
  banner: Banner | null;
  copies: readonly IssuedCopy[];
  /** ISO 8601 UTC. */
  at: string;
}

type Say = (key: MessageKey, values?: MessageValues) => string;

const columns = ['number', 'recipient', 'output', 'issued', 'state', 'signature'] as const;
/** Shares of the page: a signature needs room. */
const weights = [7, 25, 17, 14, 14, 23];

/** The list by which copies are asked back: those that are still out, by number, each with room for a signature. */
export function buildRecallList(input: RecallInput): ContentDocument {
  const { title, language, at } = input;
  const say: Say = (key, values) => formatMessage(language, key, values);
  const heading = say('page.recall.title');
  return {
    language,
    title: `${heading}: ${title}`,
    subtitle: null,
    author: input.ministry,
    subject: title,
    keywords: [],
    createdAt: at,
    theme: defaultPreset.theme,
    page: {
      size: input.paper === 'letter' ? 'letter' : 'A4',
      duplex: false,
      booklet: false,
      rightHandParts: false,
      dividers: false,
    },
    banner: input.banner,
    copyLine: null,
    watermark: null,
    cover: null,
    contentsTitle: null,
    lists: { tables: null, figures: null, names: null },
    parts: [
      {
        id: 'recall',
        number: null,
        title: heading,
        startOnNewPage: true,
        marking: null,
        layout: 'flow',
        blocks: listBlocks(input, say),
      },
    ],
    annexes: [],
    attachments: [],
    furniture: buildFurniture({ language }),
  };
}

function listBlocks({ title, language, copies, at }: RecallInput, say: Say): Block[] {
  const out = copies
    .filter(copy => copy.state === 'out' || copy.state === 'recalled')
    .toSorted((a, b) => a.number - b.number);
  const date = formatShortDate(at, language);
  const summary = say('page.recall.summary', { title, date, out: out.length, issued: copies.length });
  if (out.length === 0) return [paragraph([plain(summary)])];
  return [
    paragraph([plain(summary)]),
    {
      kind: 'table',
      caption: null,
      head: [columns.map(column => ({ ...cell(say(`page.recall.column.${column}`)), header: true }))],
      rows: out.map(copy => listRow(copy, language, say)),
      columnWeights: weights,
    },
  ];
}

function listRow(copy: IssuedCopy, language: Language, say: Say): TableCell[] {
  return [
    { ...cell(padNumber(copy.number)), header: true },
    cell(copy.recipient.name, copy.recipient.office),
    cell(say(`export.output.${copy.kind}`)),
    cell(formatShortDate(copy.issuedAt, language)),
    cell(say(`export.copyState.${copy.state}`)),
    cell(''),
  ];
}

function cell(...lines: string[]): TableCell {
  return { blocks: lines.filter(Boolean).map(line => paragraph([plain(line)])) };
}

function paragraph(inlines: Inline[]): Block {
  return { kind: 'paragraph', role: 'body', inlines, marking: null };
}

function plain(text: string): Inline {
  return { kind: 'text', text };
}
