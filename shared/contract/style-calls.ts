import { z } from 'zod';
import { citationStyleSchema } from '../model/citation-style.ts';
import { fileTokenSchema, idSchema } from '../model/common.ts';
import { defineCall } from './define-call.ts';

const nothing = z.object({});

/** Calls on the citation styles of a library; without one, a dossier is set in the house style. */
export const styleCalls = {
  /** Checks a style (CSL 1.0) and keeps it, the same one once; `styleBroken`, `styleDependent`, `tooLarge`, `unreadable`, `empty`. */
  'styles.add': defineCall(z.object({ file: fileTokenSchema }), citationStyleSchema),
  'styles.list': defineCall(nothing, z.object({ items: z.array(citationStyleSchema) })),
  /** Removes a style; dossiers set in it go back to the house style. */
  'styles.remove': defineCall(z.object({ id: idSchema }), nothing),
};
