import { z } from 'zod';

/** A UUIDv7 (RFC 9562), so that ids sort by the time of their making. */
export const idSchema = z.uuid();

/** ISO 8601 time in UTC, with milliseconds: «2026-11-22T10:00:00.000Z». */
export const timestampSchema = z.iso.datetime();

/** The two languages of the program and of its papers (BCP 47). */
export const languageSchema = z.enum(['es', 'en']);

/** See {@link languageSchema}. */
export type Language = z.infer<typeof languageSchema>;

/** Extended Date/Time Format, level 0–1 (ISO 8601-2): «2018», «2018-09», «2018-09-03», «2018~»; empty when unknown. */
export const edtfSchema = z.string().max(64);

/** A CSL name: a person (`family`, `given`) or an institution (`literal`). */
export const nameSchema = z.union([
  z.object({ family: z.string().min(1).max(200), given: z.string().max(200).default('') }),
  z.object({ literal: z.string().min(1).max(400) }),
]);

/** See {@link nameSchema}. */
export type Name = z.infer<typeof nameSchema>;

/** A file the shell has let the program use; it stands for a path that the window never sees. */
export const fileTokenSchema = z.string().min(8).max(200);

/** A marking of secrecy: the scheme («pe») and its level («reservado»); null is unmarked. */
export const markingSchema = z.object({ scheme: z.string().max(40), level: z.string().max(40) }).nullable();

/** See {@link markingSchema}. */
export type Marking = z.infer<typeof markingSchema>;

/** Bytes as they cross the process border. */
export const bytesSchema = z.instanceof(Uint8Array);
