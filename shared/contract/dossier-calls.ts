import { z } from 'zod';
import { bytesSchema, idSchema, languageSchema, markingSchema } from '../model/common.ts';
import {
  documentJsonSchema,
  dossierDetailsSchema,
  dossierSchema,
  dossierSummarySchema,
  partKinds,
  sectionSchema,
  templateSchema,
} from '../model/dossier.ts';
import { quoteVerificationSchema } from '../model/excerpt.ts';
import { markingSchemeSchema } from '../model/marking.ts';
import { outputKinds } from '../model/output.ts';
import { defineCall } from './define-call.ts';

const nothing = z.object({});
const ids = z.object({ ids: z.array(idSchema).min(1).max(10000) });
const sectionChanges = z
  .object({
    title: z.string().max(500),
    included: z.boolean(),
    disclosure: sectionSchema.shape.disclosure,
    marking: markingSchema,
    text: documentJsonSchema,
  })
  .partial();

/** Calls on dossiers, their parts and their papers. */
export const dossierCalls = {
  'dossiers.templates': defineCall(nothing, z.object({ items: z.array(templateSchema) })),
  'markings.list': defineCall(nothing, z.object({ items: z.array(markingSchemeSchema) })),
  'dossiers.list': defineCall(nothing, z.object({ items: z.array(dossierSummarySchema) })),
  /** A new dossier with the template's parts, titled in the dossier's language. */
  'dossiers.create': defineCall(
    z.object({
      templateId: z.string(),
      language: languageSchema,
      details: dossierDetailsSchema.partial().extend({ title: z.string().min(1).max(500) }),
    }),
    dossierSchema,
  ),
  'dossiers.get': defineCall(z.object({ id: idSchema }), dossierSchema),
  'dossiers.update': defineCall(
    z.object({ id: idSchema, changes: dossierDetailsSchema.partial() }),
    dossierSummarySchema,
  ),
  'dossiers.trash': defineCall(ids, nothing),
  'dossiers.restore': defineCall(ids, nothing),
  /** Adds a part after another one, or first when `after` is null. */
  'sections.add': defineCall(
    z.object({
      dossierId: idSchema,
      after: idSchema.nullable(),
      kind: z.enum(partKinds),
      title: z.string().max(500),
      text: documentJsonSchema.optional(),
    }),
    sectionSchema,
  ),
  /** Saves a part; refused as `conflict` unless `revision` is the stored one. */
  'sections.update': defineCall(
    z.object({ id: idSchema, revision: z.number().int(), changes: sectionChanges }),
    sectionSchema,
  ),
  /** Moves a part behind another one, or to the front when `after` is null. */
  'sections.move': defineCall(z.object({ id: idSchema, after: idSchema.nullable() }), nothing),
  'sections.trash': defineCall(z.object({ id: idSchema }), nothing),
  'sections.restore': defineCall(z.object({ id: idSchema }), nothing),
  /** Every quote of a dossier, verified now. */
  'dossiers.verify': defineCall(
    z.object({ id: idSchema }),
    z.object({ items: z.array(quoteVerificationSchema) }),
  ),
  /** One output's PDF as it would be exported now, by the dossier's preset; `draft` stands for a part that is not saved yet. */
  'dossiers.preview': defineCall(
    z.object({
      id: idSchema,
      kind: z.enum(outputKinds).default('folder'),
      /** Pages (from 1) that are shown; the others keep their size and stay empty. All when left out. */
      pages: z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }).optional(),
      draft: z.object({ sectionId: idSchema, text: documentJsonSchema }).optional(),
    }),
    z.object({
      pdf: bytesSchema,
      pageCount: z.number().int(),
      /** 1-based page on which each part begins. */
      sectionPages: z.record(z.string(), z.number().int()),
      missingGlyphs: z.array(z.string()),
    }),
  ),
};
