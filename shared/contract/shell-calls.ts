import { z } from 'zod';
import { fileTokenSchema } from '../model/common.ts';
import { defineCall } from './define-call.ts';

const nothing = z.object({});

/** A file or folder the shell lets the program use. */
export const grantedFileSchema = z.object({ file: fileTokenSchema, name: z.string(), size: z.number() });

/** See {@link grantedFileSchema}. */
export type GrantedFile = z.infer<typeof grantedFileSchema>;

/** `folder` chooses a folder to write into: `shell.chooseOpen` gives it, `shell.browse` lists folders alone. */
const purpose = z.enum(['library', 'documents', 'pdf', 'docx', 'html', 'image', 'style', 'backup', 'folder']);

/** What the shell around the window does: dialogs, and showing files. Every shell answers all of them. */
export const shellCalls = {
  'shell.capabilities': defineCall(
    nothing,
    z.object({
      shell: z.enum(['electron', 'browser']),
      /** True: `shell.chooseOpen` and `shell.chooseSave` show the system's dialogs. False: the window browses with `shell.browse`. */
      nativeDialogs: z.boolean(),
      version: z.string(),
      platform: z.string(),
    }),
  ),
  /** The system's open dialog; an empty list when the user cancels. `unsupported` without native dialogs. */
  'shell.chooseOpen': defineCall(
    z.object({ purpose, multiple: z.boolean().default(false) }),
    z.object({ files: z.array(grantedFileSchema) }),
  ),
  /** The system's save dialog; null when the user cancels. `unsupported` without native dialogs. */
  'shell.chooseSave': defineCall(
    z.object({ purpose, suggestedName: z.string().max(255) }),
    z.object({ file: grantedFileSchema.nullable() }),
  ),
  /** Lists a folder (the user's own when null): its folders, and its files of the purpose's kinds. */
  'shell.browse': defineCall(
    z.object({ folder: fileTokenSchema.nullable(), purpose }),
    z.object({
      folder: fileTokenSchema,
      location: z.string(),
      parent: fileTokenSchema.nullable(),
      writable: z.boolean(),
      /** The usual places: the window names those of a kind in its own language. */
      shortcuts: z.array(
        z.object({
          folder: fileTokenSchema,
          kind: z.enum(['home', 'documents', 'desktop', 'downloads', 'drive']),
          name: z.string(),
        }),
      ),
      entries: z.array(
        z.object({
          kind: z.enum(['folder', 'file']),
          file: fileTokenSchema,
          name: z.string(),
          size: z.number(),
          modifiedAt: z.string(),
        }),
      ),
    }),
  ),
  /** A token for a file to be written in a browsed folder; `exists` asks the window to confirm. */
  'shell.saveIn': defineCall(
    z.object({ folder: fileTokenSchema, name: z.string().min(1).max(255) }),
    z.object({ file: grantedFileSchema, exists: z.boolean() }),
  ),
  /** Opens a written file with the system's own viewer. */
  'shell.openFile': defineCall(z.object({ file: fileTokenSchema }), nothing),
  /** Shows a written file in its folder. */
  'shell.showFile': defineCall(z.object({ file: fileTokenSchema }), nothing),
};
