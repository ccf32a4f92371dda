import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPdf } from '../../electron/core/export/export-pdf.ts';
import { loadThemes } from '../../electron/core/export/load-themes.ts';
import type { ContentDocument } from '../../shared/document/content-document.ts';
import type { ExportFigures } from './bench-export.ts';

/**
 * A process that exports one dossier: `export-once.ts CONTENT.json OUT.pdf WARM`. Writes its figures as JSON to standard
 * output: the first export counts from the start of the process, then come `WARM` more.
 */
const [contentFile = '', pdfFile = '', warm = '0'] = process.argv.slice(2);
const content = JSON.parse(readFileSync(contentFile, 'utf8')) as ContentDocument;
const themes = loadThemes(join(import.meta.dirname, '..', '..', 'resources'));
const first = await exportPdf(content, { themes });
writeFileSync(pdfFile, first.bytes);
const figures: ExportFigures = {
  pages: first.pageCount,
  bytes: first.bytes.byteLength,
  coldMs: performance.now(),
  peakMb: process.resourceUsage().maxRSS / 1024,
  warmMs: [],
  warmCpuMs: [],
};
for (let run = 0; run < Number(warm); run++) {
  const start = performance.now();
  const before = process.cpuUsage();
  await exportPdf(content, { themes });
  const { user, system } = process.cpuUsage(before);
  figures.warmCpuMs.push((user + system) / 1000);
  figures.warmMs.push(performance.now() - start);
}
process.stdout.write(JSON.stringify(figures));
