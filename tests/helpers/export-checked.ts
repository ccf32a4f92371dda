import { expect } from 'vitest';
import {
  type ExportedPdf,
  type ExportPdfOptions,
  exportPdf as exportUnchecked,
} from '../../electron/core/export/export-pdf.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import { checkPdf } from '../check-pdf/check-pdf.ts';

/**
 * Exports a PDF as the program does, and fails the test unless it meets every condition that a machine can judge.
 * Pictures for the live preview (`quick`) carry no structure and are not checked.
 */
export async function exportPdf(content: ContentDocument, options: ExportPdfOptions): Promise<ExportedPdf> {
  const exported = await exportUnchecked(content, options);
  if (!options.quick) await expectConforming(exported.bytes);
  return exported;
}

/** Fails the test unless a PDF meets every condition of PDF/UA-1 and PDF/A-2 that a machine can judge. */
export async function expectConforming(bytes: Uint8Array): Promise<void> {
  const { findings } = await checkPdf(bytes);
  expect(findings.slice(0, 10)).toEqual([]);
}
