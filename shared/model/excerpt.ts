import { z } from 'zod';
import { idSchema, languageSchema, markingSchema, timestampSchema } from './common.ts';

/** See `shared/anchoring/selector.ts`. */
export const quoteSegmentSchema = z.object({
  page: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/** A place in a source: 0-based physical page, UTF-16 offset into its text. */
export const placeSchema = z.object({ page: z.number().int().min(0), offset: z.number().int().min(0) });

/** See {@link placeSchema}. */
export type Place = z.infer<typeof placeSchema>;

/** What a user may edit of an excerpt; the words themselves are not among it. */
export const excerptDetailsSchema = z.object({
  note: z.string().max(20000),
  language: languageSchema.nullable(),
  translation: z.string().max(50000),
  tags: z.array(z.string().min(1).max(100)).max(100),
  marking: markingSchema,
});

/** See {@link excerptDetailsSchema}. */
export type ExcerptDetails = z.infer<typeof excerptDetailsSchema>;

/** How a quote stands against its source: same words and place; same words elsewhere, or beside other words; anything else. */
export const quoteStatusSchema = z.enum(['exact', 'moved', 'changed']);

/** See {@link quoteStatusSchema}. */
export type QuoteStatus = z.infer<typeof quoteStatusSchema>;

/** A piece of the difference between a quote and what its source says now. */
export const differencePartSchema = z.object({
  kind: z.enum(['same', 'removed', 'added']),
  text: z.string(),
});

/** The answer of a verification; `segments` is where the quote is, or where it most likely was. */
export const quoteVerificationSchema = z.object({
  excerptId: idSchema,
  status: quoteStatusSchema,
  segments: z.array(quoteSegmentSchema).nullable(),
  difference: z.array(differencePartSchema).nullable(),
});

/** See {@link quoteVerificationSchema}. */
export type QuoteVerification = z.infer<typeof quoteVerificationSchema>;

/** A verbatim excerpt: the exact words, where they stand, and what an official says about them. */
export const excerptSchema = excerptDetailsSchema.extend({
  id: idSchema,
  sourceId: idSchema,
  /** The whole quotation, its segments joined. */
  exact: z.string(),
  segments: z.array(quoteSegmentSchema).min(1),
  /** First and last physical page, counted from 1. */
  firstPage: z.number().int(),
  lastPage: z.number().int(),
  /** Printed labels of those pages, null where the source gives none. */
  firstLabel: z.string().nullable(),
  lastLabel: z.string().nullable(),
  sourceTitle: z.string(),
  /** «(Cancillería, 2018, p. iv)» in the excerpt's language, for lists. */
  citation: z.string(),
  /** As of the last verification. */
  status: quoteStatusSchema,
  verifiedAt: timestampSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  trashedAt: timestampSchema.nullable(),
});

/** See {@link excerptSchema}. */
export type Excerpt = z.infer<typeof excerptSchema>;
