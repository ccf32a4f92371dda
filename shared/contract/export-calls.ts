import { z } from 'zod';
import { fileTokenSchema, idSchema } from '../model/common.ts';
import { exportPresetSchema, issuedCopySchema } from '../model/output.ts';
import { defineCall } from './define-call.ts';

const dossier = z.object({ id: idSchema });
const nothing = z.object({});

/** Calls on the outputs of a dossier, and on the numbered copies that were issued. */
export const exportCalls = {
  /** How the dossier was last exported; the usual way when it never was. */
  'exports.preset': defineCall(dossier, exportPresetSchema),
  'exports.savePreset': defineCall(z.object({ id: idSchema, preset: exportPresetSchema }), nothing),
  /** The themes at hand, named in both languages. */
  'exports.themes': defineCall(
    nothing,
    z.object({
      items: z.array(z.object({ id: z.string(), name: z.object({ es: z.string(), en: z.string() }) })),
    }),
  ),
  /**
   * Job `export`: writes every output of the preset and keeps the preset; every quote is verified again first. `file` takes a single
   * file; several go into `folder`, under names made from the dossier's title. `password` protects the PDFs (AES-256).
   */
  'dossiers.export': defineCall(
    z.object({
      id: idSchema,
      preset: exportPresetSchema,
      password: z.string().min(1).max(127).nullable(),
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('file'), file: fileTokenSchema }),
        z.object({ kind: z.literal('folder'), folder: fileTokenSchema }),
      ]),
    }),
    z.object({ jobId: idSchema }),
  ),
  /** The issue log of a dossier, the last number first. */
  'copies.list': defineCall(dossier, z.object({ items: z.array(issuedCopySchema) })),
  /** Says what became of copies. */
  'copies.update': defineCall(
    z.object({
      ids: z.array(idSchema).min(1).max(1000),
      changes: z.object({ state: issuedCopySchema.shape.state, note: issuedCopySchema.shape.note }).partial(),
    }),
    z.object({ items: z.array(issuedCopySchema) }),
  ),
  /** Job `export`: writes the recall list, the copies that are out or recalled with their recipients, as PDF. */
  'copies.recallList': defineCall(
    z.object({ id: idSchema, file: fileTokenSchema }),
    z.object({ jobId: idSchema }),
  ),
};
