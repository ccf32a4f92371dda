/** «Valj» in ASCII: the `application_id` of a library file (SQLite file format, offset 68). */
export const APPLICATION_ID = 0x56616c6a;

/** Ending of a library's file name. */
export const LIBRARY_EXTENSION = '.valija';
