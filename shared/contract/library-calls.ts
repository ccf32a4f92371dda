import { z } from 'zod';
import { fileTokenSchema, idSchema, timestampSchema } from '../model/common.ts';
import { defineCall } from './define-call.ts';

/** The open library, as the window shows it. */
export const libraryInfoSchema = z.object({
  id: idSchema,
  /** File name without its ending. */
  name: z.string(),
  /** Where it lies, for reading only. */
  location: z.string(),
  encrypted: z.boolean(),
  formatVersion: z.number().int(),
  counts: z.object({ sources: z.number(), excerpts: z.number(), dossiers: z.number(), trashed: z.number() }),
});

/** See {@link libraryInfoSchema}. */
export type LibraryInfo = z.infer<typeof libraryInfoSchema>;

/** A library that was open before; `missing` when its file is no longer there. */
export const recentLibrarySchema = z.object({
  file: fileTokenSchema,
  name: z.string(),
  location: z.string(),
  openedAt: timestampSchema,
  missing: z.boolean(),
});

const password = z.string().min(1).max(1000).optional();
const jobStarted = z.object({ jobId: idSchema });
const nothing = z.object({});

/** Calls on the library file as a whole. */
export const libraryCalls = {
  'library.status': defineCall(
    nothing,
    z.object({ open: libraryInfoSchema.nullable(), recent: z.array(recentLibrarySchema) }),
  ),
  /** Makes a new library file and opens it; refuses to write over an existing file. */
  'library.create': defineCall(z.object({ file: fileTokenSchema, password }), libraryInfoSchema),
  'library.open': defineCall(z.object({ file: fileTokenSchema, password }), libraryInfoSchema),
  'library.close': defineCall(nothing, nothing),
  'library.forgetRecent': defineCall(z.object({ file: fileTokenSchema }), nothing),
  /** Job `verify`: the file's soundness, every original's hash, every quote. */
  'library.verify': defineCall(nothing, jobStarted),
  /** Job `backup`: a whole copy, with the same password. */
  'library.backup': defineCall(z.object({ file: fileTokenSchema }), jobStarted),
  'library.trash': defineCall(
    nothing,
    z.object({
      items: z.array(
        z.object({
          kind: z.enum(['source', 'excerpt', 'dossier', 'section']),
          id: idSchema,
          title: z.string(),
          trashedAt: timestampSchema,
        }),
      ),
    }),
  ),
  'library.emptyTrash': defineCall(nothing, z.object({ removed: z.number().int() })),
};
