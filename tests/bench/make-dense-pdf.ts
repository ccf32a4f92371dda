import PDFDocument from 'pdfkit';
import { Prose } from './spanish-prose.ts';

/** Words on a dense page. */
export const WORDS_PER_PAGE = 500;

/** Makes a PDF of so many dense pages of Spanish prose in Helvetica, as a word processor would print them. */
export async function makeDensePdf(seed: number, pages: number): Promise<Buffer> {
  const prose = new Prose(seed);
  const pdf = new PDFDocument({ size: 'A4', margin: 62, autoFirstPage: false, lang: 'es' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise(resolve => pdf.on('end', resolve));
  pdf.font('Helvetica').fontSize(10);
  for (let page = 0; page < pages; page++) {
    pdf.addPage();
    for (let words = 0; words < WORDS_PER_PAGE; words += 100) {
      pdf.text(prose.paragraph(86), { paragraphGap: 6, height: 700 });
    }
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
