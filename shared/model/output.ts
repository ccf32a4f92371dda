import { z } from 'zod';
import { errorDetailsSchema } from '../contract/result.ts';
import { idSchema, timestampSchema } from './common.ts';

/**
 * What one dossier gives: the whole folder; the speaking pages, pocket cards (A6), one-page and steering brief for the
 * principal; the version to hand over and the one to share, without what must not be disclosed.
 */
export const outputKinds = [
  'folder',
  'speakingPages',
  'pocketCards',
  'onePageBrief',
  'steeringBrief',
  'handOver',
  'share',
] as const;

/** See {@link outputKinds}. */
export type OutputKind = (typeof outputKinds)[number];

/** The outputs that leave the delegation. */
export const disclosedOutputs: readonly OutputKind[] = ['handOver', 'share'];

/** The kinds of file an output may be. */
export const outputFormats = ['pdf', 'docx', 'html'] as const;

/** See {@link outputFormats}. */
export type OutputFormat = (typeof outputFormats)[number];

/** Typographic themes that ship with the program, by the name of their folder in `resources/themes`. */
export const themeIds = ['ministry-serif', 'modern-sans', 'large-print'] as const;

/** Who gets a numbered copy. */
export const recipientSchema = z.object({ name: z.string().min(1).max(200), office: z.string().max(200) });

/** See {@link recipientSchema}. */
export type Recipient = z.infer<typeof recipientSchema>;

/**
 * How a dossier was last exported, kept with it. `recipients`: one numbered PDF each, none gives one PDF without a
 * number. `permissions` are those of a protected PDF (ISO 32000-2, table 22), null leaves it open; its password is never kept.
 */
export const exportPresetSchema = z.object({
  outputs: z
    .array(z.object({ kind: z.enum(outputKinds), format: z.enum(outputFormats) }))
    .min(1)
    .max(outputKinds.length * outputFormats.length),
  theme: z.string().max(60),
  binding: z.enum(['single', 'duplex', 'booklet']),
  rightHandParts: z.boolean(),
  dividers: z.boolean(),
  /** Lists of tables and figures, and an index of names, after the contents and at the end. */
  lists: z.boolean(),
  nameIndex: z.boolean(),
  annexes: z.enum(['none', 'merged', 'attached']),
  /** Sources whose originals are annexed; null: every source that the dossier quotes. */
  annexSourceIds: z.array(idSchema).max(1000).nullable(),
  recipients: z.array(recipientSchema).max(500),
  permissions: z.object({ print: z.boolean(), copy: z.boolean() }).nullable(),
});

/** See {@link exportPresetSchema}. */
export type ExportPreset = z.infer<typeof exportPresetSchema>;

/** The preset of a dossier that was never exported. */
export const defaultPreset: ExportPreset = {
  outputs: [{ kind: 'folder', format: 'pdf' }],
  theme: 'ministry-serif',
  binding: 'single',
  rightHandParts: false,
  dividers: false,
  lists: true,
  nameIndex: true,
  annexes: 'none',
  annexSourceIds: null,
  recipients: [],
  permissions: null,
};

/** What a reader of the output should know, by name; the window and the command line translate it («export.notice.<code>»). */
export const noticeCodes = [
  /** {characters}: printed as «□». */
  'missingGlyphs',
  /** {pages}: a brief that does not fit on its page. */
  'longerThanOnePage',
  /** {name} {reason}: an original that could not be bound in (encrypted, damaged, tooLarge, notWhatItSays, missing …). */
  'annexLeftOut',
  /** {name}: an original that keeps the file from being archival. */
  'annexNotArchival',
  /** A protected file cannot be archival. */
  'protectedNotArchival',
  /** {name}: a colour profile that could not be read; sRGB was assumed. */
  'imageProfileDropped',
  /** {name}: a picture that is damaged in the library, or gone; a line in its place says so. */
  'imageUnreadable',
  /** {count}: blocks and parts that were left out because they are not to be disclosed. */
  'heldBack',
  /** {name} {why}: the citation style of the dossier could not be used; the house style stands in for it. */
  'citationStyleFailed',
  /** {marking}: an output that leaves the delegation bears a marking. */
  'markedOutput',
  /** A format that no password protects. */
  'formatNotProtected',
] as const;

/** See {@link noticeCodes}. */
export const noticeSchema = z.object({ code: z.enum(noticeCodes), details: errorDetailsSchema });

/** See {@link noticeSchema}. */
export type Notice = z.infer<typeof noticeSchema>;

/** One written file. `standards` are those it claims («PDF/A-2a», «PDF/UA-1»). */
export const exportedFileSchema = z.object({
  kind: z.enum(outputKinds),
  format: z.enum(outputFormats),
  /** Number and recipient of a numbered copy, else null. */
  copy: z.object({ number: z.number().int(), recipient: recipientSchema }).nullable(),
  fileName: z.string(),
  /** Token of the written file, so that the window can ask the shell to show it. */
  file: z.string(),
  /** Null for formats without pages of their own. */
  pageCount: z.number().int().nullable(),
  byteLength: z.number().int(),
  sha256: z.string(),
  standards: z.array(z.string()),
  notices: z.array(noticeSchema),
});

/** See {@link exportedFileSchema}. */
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** One numbered copy that was issued: a line of the issue log. Numbers run through a dossier and are never used twice. */
export const issuedCopySchema = z.object({
  id: idSchema,
  dossierId: idSchema,
  kind: z.enum(outputKinds),
  number: z.number().int(),
  recipient: recipientSchema,
  issuedAt: timestampSchema,
  fileName: z.string(),
  pageCount: z.number().int(),
  sha256: z.string(),
  /** `out` with its recipient; `recalled`: asked back; `returned`, `destroyed`: accounted for. */
  state: z.enum(['out', 'recalled', 'returned', 'destroyed']),
  stateAt: timestampSchema,
  note: z.string().max(1000),
});

/** See {@link issuedCopySchema}. */
export type IssuedCopy = z.infer<typeof issuedCopySchema>;
