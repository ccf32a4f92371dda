import { z } from 'zod';
import { idSchema } from '../model/common.ts';
import {
  excerptDetailsSchema,
  excerptSchema,
  placeSchema,
  quoteVerificationSchema,
} from '../model/excerpt.ts';
import { defineCall } from './define-call.ts';

const ids = z.object({ ids: z.array(idSchema).min(1).max(10000) });
const nothing = z.object({});

/** Calls on excerpts. */
export const excerptCalls = {
  /** Keeps the words between two places of a source, exactly as its text has them. */
  'excerpts.create': defineCall(
    z.object({
      sourceId: idSchema,
      start: placeSchema,
      end: placeSchema,
      details: excerptDetailsSchema.partial().default({}),
    }),
    excerptSchema,
  ),
  /** Where a text stands verbatim in a source (also across pages); empty when it does not. */
  'excerpts.locate': defineCall(
    z.object({ sourceId: idSchema, exact: z.string().min(1).max(50000) }),
    z.object({ places: z.array(z.object({ start: placeSchema, end: placeSchema })) }),
  ),
  /** In the order of the source when one is given, else newest first. */
  'excerpts.list': defineCall(
    z.object({
      sourceId: idSchema.optional(),
      tag: z.string().optional(),
      after: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({ items: z.array(excerptSchema), next: z.string().nullable() }),
  ),
  'excerpts.get': defineCall(
    z.object({ ids: z.array(idSchema).max(10000) }),
    z.object({ items: z.array(excerptSchema) }),
  ),
  'excerpts.update': defineCall(
    z.object({ id: idSchema, changes: excerptDetailsSchema.partial() }),
    excerptSchema,
  ),
  'excerpts.trash': defineCall(ids, nothing),
  'excerpts.restore': defineCall(ids, nothing),
  'excerpts.verify': defineCall(ids, z.object({ items: z.array(quoteVerificationSchema) })),
  /** Takes the place (and, for a changed quote, the words) that the verification found. */
  'excerpts.reanchor': defineCall(z.object({ id: idSchema }), excerptSchema),
  'tags.list': defineCall(
    nothing,
    z.object({ items: z.array(z.object({ name: z.string(), count: z.number().int() })) }),
  ),
};
