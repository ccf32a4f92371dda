import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { ExportResources } from '../../../electron/core/export/export-resources.ts';
import type { Attachment } from '../../../shared/document/content-document.ts';
import { exportPdf } from '../../helpers/export-checked.ts';
import { contentDocument, paragraph, part } from '../../helpers/pdf-content.ts';
import { readAttachments } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const originals: Record<string, Uint8Array> = {
  acta: Buffer.from('El acta. '.repeat(400)),
  nota: Buffer.from('La nota.'),
  vacía: new Uint8Array(),
};

const resources: ExportResources = {
  image: () => null,
  original: id => originals[id] ?? null,
};

function attachment(sourceId: string, fileName: string, extra: Partial<Attachment> = {}): Attachment {
  return { sourceId, fileName, mediaType: 'text/plain', description: `Original: ${fileName}`, ...extra };
}

async function exportWith(attachments: Attachment[]) {
  const content = contentDocument([part('a', 'Uno', [paragraph('Un pasaje.')])], { attachments });
  return exportPdf(content, { themes: testThemes, resources });
}

async function attachedTo(bytes: Uint8Array): Promise<Record<string, string>> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const files = await readAttachments(pdf);
  await pdf.loadingTask.destroy();
  return files;
}

describe('attached files', () => {
  it('lie in the PDF whole, which is then PDF/A-3', async () => {
    const files = [attachment('acta', 'Acta de la sesión.pdf'), attachment('nota', 'Nota n.º 3.txt')];
    const { bytes, standards, notices } = await exportWith(files);
    expect(await attachedTo(bytes)).toEqual({
      'Acta de la sesión.pdf': 'El acta. '.repeat(400),
      'Nota n.º 3.txt': 'La nota.',
    });
    expect(standards).toEqual(['PDF/A-3a', 'PDF/UA-1']);
    expect(notices).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  it('without any the PDF is PDF/A-2', async () => {
    const { bytes, standards } = await exportWith([]);
    expect(standards).toEqual(['PDF/A-2a', 'PDF/UA-1']);
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('each have a name of their own that every file system takes', async () => {
    const { bytes } = await exportWith([
      attachment('acta', 'Acta.txt'),
      attachment('nota', 'Acta.txt'),
      attachment('vacía', 'Acta.txt'),
      attachment('nota', '../../etc/pa:ss\u0007wd'),
      attachment('nota', `${'ñ'.repeat(300)}.docx`),
      attachment('nota', ''),
      attachment('nota', 'b.txt'),
      attachment('nota', 'Ánimo.txt', { mediaType: 'text/x (ñ)', description: '' }),
    ]);
    const names = Object.keys(await attachedTo(bytes));
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['Acta.txt', 'Acta (2).txt', 'Acta (3).txt', '-']));
    for (const name of names) {
      expect(name).not.toMatch(/[/\\:\p{Cc}]|^\./u);
      expect(name.length).toBeLessThan(140);
    }
    expect(names.some(name => /^ñ+\.docx$/.test(name))).toBe(true);
  });

  it('that are nowhere are left out and named', async () => {
    const { bytes, notices, standards } = await exportWith([
      attachment('perdida', 'Perdida.pdf'),
      attachment('nota', 'Nota.txt'),
    ]);
    expect(notices).toEqual([{ code: 'annexLeftOut', details: { name: 'Perdida.pdf', reason: 'missing' } }]);
    expect(Object.keys(await attachedTo(bytes))).toEqual(['Nota.txt']);
    expect(standards).toContain('PDF/A-3a');
    expect((await exportWith([attachment('perdida', 'Perdida.pdf')])).standards).toContain('PDF/A-2a');
  });

  it('give the same bytes again', async () => {
    const files = [attachment('acta', 'Acta.txt'), attachment('nota', 'Nota.txt')];
    const [one, two] = [await exportWith(files), await exportWith(files)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});
