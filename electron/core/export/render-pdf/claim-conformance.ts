import type { ContentDocument } from '../../../../shared/document/content-document.ts';
import type { Notice } from '../../../../shared/model/output.ts';
import { type OriginalPages, type PdfaLevel, pdfaLevels } from '../annexes/original-pages.ts';
import type { Encryption } from './encryption.ts';

/** What a file claims to be, and why it claims no more. */
export interface Conformance {
  /** Part and level of PDF/A (ISO 19005-2 and -3), null for a file that is not archival. */
  archival: { part: 2 | 3; level: PdfaLevel } | null;
  /** PDF/UA-1 (ISO 14289-1). */
  accessible: boolean;
  notices: Notice[];
}

/** Of a file that claims nothing. */
export const NO_CONFORMANCE: Conformance = { archival: null, accessible: false, notices: [] };

interface Bound {
  name: string;
  claims: OriginalPages['claims'];
  /** Whether its tags came with it. */
  tagged: boolean;
}

/**
 * What a file may claim. Our own pages are made to PDF/A at level A and to PDF/UA-1; bound-in originals lower the claim to what they
 * claim of themselves, since nothing more is known of them; a protected file is never archival.
 */
export function claimConformance(
  input: {
    content: ContentDocument;
    originals: ReadonlyMap<string, OriginalPages>;
    encryption: Encryption | null;
  },
  hasAttachments: boolean,
): Conformance {
  const bound = listBound(input.content, input.originals);
  const unfit = bound.filter(({ claims }) => !isArchival(claims));
  const archival = !input.encryption && unfit.length === 0;
  const protectedNotice: Notice = { code: 'protectedNotArchival', details: {} };
  return {
    archival: archival ? { part: hasAttachments ? 3 : 2, level: lowestLevel(bound) } : null,
    accessible: bound.every(({ claims, tagged }) => claims.pdfua && tagged),
    notices: [
      ...(input.encryption ? [protectedNotice] : []),
      ...unfit.map(({ name }): Notice => ({ code: 'annexNotArchival', details: { name } })),
    ],
  };
}

/** The names of the standards that a file claims («PDF/A-2a», «PDF/UA-1»). */
export function listStandards({ archival, accessible }: Conformance): string[] {
  const part = archival ? [`PDF/A-${archival.part}${archival.level}`] : [];
  return accessible ? [...part, 'PDF/UA-1'] : part;
}

function listBound({ annexes }: ContentDocument, originals: ReadonlyMap<string, OriginalPages>): Bound[] {
  return annexes.flatMap(({ title, sourceId }) => {
    const original = originals.get(sourceId);
    return original ? [{ name: title, claims: original.claims, tagged: original.structure !== null }] : [];
  });
}

/** Part 4 allows what parts 2 and 3 do not. */
function isArchival({ pdfa }: Bound['claims']): boolean {
  return pdfa !== null && pdfa.part !== '4';
}

function lowestLevel(bound: Bound[]): PdfaLevel {
  const ranks = bound.map(({ claims }) => pdfaLevels.indexOf(claims.pdfa?.level ?? 'b'));
  return pdfaLevels[Math.max(0, Math.min(pdfaLevels.length - 1, ...ranks))]!;
}
