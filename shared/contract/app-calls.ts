import { z } from 'zod';
import { idSchema } from '../model/common.ts';
import { jobSchema } from '../model/job.ts';
import { settingsSchema } from '../model/settings.ts';
import { defineCall } from './define-call.ts';

const nothing = z.object({});

/** Calls on jobs and on this person's settings. */
export const appCalls = {
  'jobs.list': defineCall(nothing, z.object({ items: z.array(jobSchema) })),
  'jobs.get': defineCall(z.object({ id: idSchema }), jobSchema),
  /** Asks a job to stop; it leaves nothing half done. */
  'jobs.cancel': defineCall(z.object({ id: idSchema }), nothing),
  'settings.get': defineCall(nothing, settingsSchema),
  'settings.update': defineCall(z.object({ changes: settingsSchema.partial() }), settingsSchema),
};
