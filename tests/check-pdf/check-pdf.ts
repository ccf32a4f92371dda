import { checkAnnotations } from './checks/check-annotations.ts';
import { checkCatalog } from './checks/check-catalog.ts';
import { checkColour } from './checks/check-colour.ts';
import { checkEmbeddedFiles } from './checks/check-embedded-files.ts';
import { checkFileBytes, reportEncryption } from './checks/check-file-bytes.ts';
import { checkFonts } from './checks/check-fonts.ts';
import { checkLanguages } from './checks/check-languages.ts';
import { checkMarking, checkParentTree } from './checks/check-marking.ts';
import { checkMetadata } from './checks/check-metadata.ts';
import { checkNavigation } from './checks/check-navigation.ts';
import { checkNesting } from './checks/check-nesting.ts';
import { checkObjects } from './checks/check-objects.ts';
import { checkAlternatives, checkHeadings, checkNotes, checkStructure } from './checks/check-structure.ts';
import { checkTables } from './checks/check-tables.ts';
import { openPdf } from './open-pdf.ts';
import { readStructure } from './read-structure.ts';
import type { Finding, Reporter } from './report.ts';
import { scanContent } from './scan-content.ts';

/** What the check of one file found; without findings, every condition tested is met. */
export interface CheckedPdf {
  pages: number;
  /** False when a password kept the checker out: only the bytes and the encryption were judged. */
  readable: boolean;
  findings: Finding[];
}

/** How a file is opened. */
export interface CheckOptions {
  /** Of a locked file. */
  password?: string;
}

/**
 * Checks a PDF against what a machine can judge of PDF/UA-1 (Matterhorn Protocol 1.1) and PDF/A-2 or 3, reading it
 * with pdf-lib, fontkit and saxes. An encrypted file that opens and claims no PDF/A is not held to being unencrypted and claiming
 * it, but to all else. Throws where the bytes are no PDF.
 */
export async function checkPdf(bytes: Uint8Array, { password }: CheckOptions = {}): Promise<CheckedPdf> {
  const findings: Finding[] = [];
  const report: Reporter = (condition, where, what) => {
    findings.push({ condition, where, what });
  };
  const file = await openPdf(bytes, password);
  checkFileBytes(file, report);
  if (!file.readable) {
    reportEncryption(file, report);
    return { pages: 0, readable: false, findings };
  }
  const structure = readStructure(file);
  const scan = scanContent(file, report);
  checkMarking(scan, structure, report);
  checkParentTree(file, structure, scan, report);
  checkStructure(file, structure, report);
  checkAlternatives(structure, report);
  checkNotes(structure, report);
  checkHeadings(structure, report);
  checkNesting(structure, report);
  checkTables(structure, report);
  checkLanguages(file, structure, scan, report);
  checkAnnotations(file, structure, report);
  checkFonts(scan, structure, report);
  checkObjects(file, scan, report);
  checkColour(file, scan, report);
  checkCatalog(file, report);
  checkNavigation(file, structure, report);
  const part = checkMetadata(file, report);
  if (file.encryption && part !== undefined) reportEncryption(file, report);
  await checkEmbeddedFiles(file, part, report);
  return { pages: file.pages.length, readable: true, findings };
}
