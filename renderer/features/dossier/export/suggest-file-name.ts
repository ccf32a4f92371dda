import type { OutputFormat } from '../../../../shared/model/output.ts';

/** A file name for a dossier's PDF (or other format) that every system takes: the title without what Windows forbids, 120 characters at most. */
export function suggestFileName(title: string, date: string, format: OutputFormat = 'pdf'): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const day = /^\d{4}(-\d{2}){0,2}$/.test(date) ? ` (${date})` : '';
  const name = clean || 'Valija';
  // Windows keeps these names for devices, whatever their ending.
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${reserved ? `${name}_` : name}${day}.${format}`;
}
