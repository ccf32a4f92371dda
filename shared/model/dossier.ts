import { z } from 'zod';
import { edtfSchema, idSchema, languageSchema, markingSchema, timestampSchema } from './common.ts';
import { partKinds } from './part-kinds.ts';

export { generatedPartKinds, type PartKind, partKinds } from './part-kinds.ts';

/** The planned meeting as the cover states it; every field may be empty (two countries may have no embassies). */
export const meetingSchema = z.object({
  mechanism: z.string().max(500),
  counterpart: z.string().max(500),
  level: z.string().max(500),
  place: z.string().max(500),
  date: edtfSchema,
  languages: z.array(languageSchema),
  axes: z.array(z.string().max(300)).max(30),
});

/** See {@link meetingSchema}. */
export type Meeting = z.infer<typeof meetingSchema>;

/** What a user may edit of a dossier. */
export const dossierDetailsSchema = z.object({
  title: z.string().min(1).max(500),
  subtitle: z.string().max(500),
  ministry: z.string().max(500),
  /** Language of the page's furniture and citations. */
  language: languageSchema,
  meeting: meetingSchema,
  marking: markingSchema,
  paper: z.enum(['a4', 'letter']),
  /** The library's citation style that sources are cited in; null: the house style. */
  citationStyleId: idSchema.nullable(),
});

/** See {@link dossierDetailsSchema}. */
export type DossierDetails = z.infer<typeof dossierDetailsSchema>;

/** ProseMirror's JSON of a text; its schema is checked by the core on every save. */
export const documentJsonSchema = z.record(z.string(), z.unknown());

/** See {@link documentJsonSchema}. */
export type DocumentJson = z.infer<typeof documentJsonSchema>;

/** See {@link sectionSchema}; each goes further than the one before. */
export const disclosures = ['internal', 'share', 'handOver'] as const;

/** One part of a dossier; `text` is rich text (`shared/document/schema.ts`). */
export const sectionSchema = z.object({
  id: idSchema,
  dossierId: idSchema,
  kind: z.enum(partKinds),
  title: z.string().max(500),
  /** Left out of the export when false, kept in the dossier. */
  included: z.boolean(),
  /** How far the part may go: not beyond the delegation, to those it is shared with, to the counterpart too. */
  disclosure: z.enum(disclosures),
  marking: markingSchema,
  text: documentJsonSchema,
  /** Counts every save; a save made on an older revision is refused as a conflict. */
  revision: z.number().int(),
  updatedAt: timestampSchema,
});

/** See {@link sectionSchema}. */
export type Section = z.infer<typeof sectionSchema>;

/** A dossier without its texts, for lists. */
export const dossierSummarySchema = dossierDetailsSchema.extend({
  id: idSchema,
  templateId: z.string(),
  sectionCount: z.number().int(),
  quoteCount: z.number().int(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  trashedAt: timestampSchema.nullable(),
});

/** See {@link dossierSummarySchema}. */
export type DossierSummary = z.infer<typeof dossierSummarySchema>;

/** A dossier with its parts in order. */
export const dossierSchema = dossierSummarySchema.extend({ sections: z.array(sectionSchema) });

/** See {@link dossierSchema}. */
export type Dossier = z.infer<typeof dossierSchema>;

/** A template of a dossier: its parts with their titles in both languages and a line on what goes there. */
export const templateSchema = z.object({
  id: z.string(),
  name: z.object({ es: z.string(), en: z.string() }),
  parts: z.array(
    z.object({
      kind: z.enum(partKinds),
      title: z.object({ es: z.string(), en: z.string() }),
      hint: z.object({ es: z.string(), en: z.string() }),
    }),
  ),
});

/** See {@link templateSchema}. */
export type Template = z.infer<typeof templateSchema>;
