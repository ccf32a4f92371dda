/**
 * What an export asks for from outside, by id: the bytes of a picture of the library, and of a source's original file.
 * Null where there are none.
 */
export interface ExportResources {
  image(id: string): Promise<Uint8Array | null> | Uint8Array | null;
  original(sourceId: string): Promise<Uint8Array | null> | Uint8Array | null;
}

/** For documents without pictures, annexes and attachments. */
export const noResources: ExportResources = {
  image: () => null,
  original: () => null,
};

/**
 * How a PDF is locked: AES-256 under a password of 1 to 127 bytes of UTF-8, and what readers let people do with it (ISO 32000-2,
 * table 22). Assistive technology is never kept out.
 */
export interface PdfProtection {
  password: string;
  permissions: { print: boolean; copy: boolean };
}
