import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictures } from './pictures.ts';
import { readPaper } from './read-paper.ts';
import { renderDocx } from './render-docx.ts';
import { renderPdf } from './render-pdf.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the papers' texts are, one file per document: the document's name and «.md». */
export const PAPERS = join(here, 'papers');

/** Where the sample documents are. */
export const DOCUMENTS = join(here, '..', 'documents');

/** Where the pictures of the sample dossiers are. */
export const PICTURES = join(here, '..', 'pictures');

const FONTS = join(here, '..', '..', 'fonts');

/** The names of the documents that are made from papers: PDF and DOCX. */
export async function listMadeDocuments(): Promise<string[]> {
  const names = await readdir(PAPERS);
  return names.map(name => name.replace(/\.md$/, '')).sort();
}

/** Makes the bytes of one document (its file name, as listed) from its paper. */
export async function makeDocument(name: string): Promise<Uint8Array> {
  const paper = readPaper(name, await readFile(join(PAPERS, `${name}.md`), 'utf8'));
  return name.endsWith('.pdf') ? renderPdf(paper, FONTS) : renderDocx(paper);
}

async function makeAll(): Promise<void> {
  for (const name of await listMadeDocuments()) {
    const bytes = await makeDocument(name);
    await writeFile(join(DOCUMENTS, name), bytes);
    process.stdout.write(`${name} ${bytes.length}\n`);
  }
  for (const [name, make] of Object.entries(pictures)) await writeFile(join(PICTURES, name), await make());
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await makeAll();
