import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLayoutCache, exportPdf } from '../../../electron/core/export/export-pdf.ts';
import { contentDocument, heading, paragraph, part } from '../../helpers/pdf-content.ts';
import { readPdf } from '../../helpers/pdf-read.ts';
import { testThemes } from '../../helpers/pdf-setting.ts';

const WORDS = 'Las partes subrayan la institucionalización del mecanismo y la periodicidad de sus sesiones. ';

function makeContent(parts: number, first = WORDS) {
  return contentDocument(
    Array.from({ length: parts }, (_, i) =>
      part(`p${i}`, `Parte ${i}`, [
        heading(`h${i}`, 2, 'Antecedentes'),
        ...Array.from({ length: 8 }, (_, j) => paragraph((i + j === 0 ? first : WORDS).repeat(6).trim())),
      ]),
    ),
  );
}

describe('the progress of an export', () => {
  it('tells pages of a total that is known in the end, and never goes back', async () => {
    const told: [number, number][] = [];
    const { pageCount } = await exportPdf(makeContent(20), {
      themes: testThemes,
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(told.length).toBeGreaterThan(20);
    expect(told.at(-1)).toEqual([pageCount, pageCount]);
    told.forEach(([done, total], i) => {
      expect(done).toBeGreaterThanOrEqual(told[i - 1]?.[0] ?? 0);
      expect(done).toBeLessThanOrEqual(total);
      expect(Math.abs(total - pageCount)).toBeLessThanOrEqual(pageCount / 4);
    });
  });

  it('can be stopped at any page, in laying out, painting and writing', async () => {
    const content = makeContent(12);
    const all = (await exportPdf(content, { themes: testThemes })).pageCount;
    for (const share of [0, 0.3, 0.7, 0.82, 0.9]) {
      const stop = new AbortController();
      let after = 0;
      const run = exportPdf(content, {
        themes: testThemes,
        signal: stop.signal,
        onProgress: done => {
          if (stop.signal.aborted) after++;
          if (done >= share * all) stop.abort();
        },
      });
      await expect(run).rejects.toMatchObject({ name: 'ExportError', code: 'cancelled' });
      expect(after).toBeLessThan(all);
    }
  });

  it('leaves others in the process their turn', async () => {
    let turns = 0;
    let running = true;
    const count = async () => {
      while (running) {
        turns++;
        await setImmediate();
      }
    };
    const counting = count();
    await exportPdf(makeContent(40), { themes: testThemes });
    running = false;
    await counting;
    expect(turns).toBeGreaterThan(40);
  });
});

describe('a preview of some pages', () => {
  it('shows them, keeps the others empty and of the same size, and has the same places', async () => {
    const content = makeContent(6);
    const whole = await exportPdf(content, { themes: testThemes, quick: true });
    const some = await exportPdf(content, { themes: testThemes, quick: true, onlyPages: { from: 3, to: 4 } });
    expect(some.pageCount).toBe(whole.pageCount);
    expect(some.anchors).toEqual(whole.anchors);
    expect(some.bytes.length).toBeLessThan(whole.bytes.length);
    const [all, few] = [await readPdf(whole.bytes), await readPdf(some.bytes)];
    few.texts.forEach((words, i) => {
      expect(words).toBe(i === 2 || i === 3 ? all.texts[i] : '');
    });
    await Promise.all([all.close(), few.close()]);
  });

  it('follows a change, from what was kept', async () => {
    const cache = createLayoutCache();
    const options = { themes: testThemes, quick: true, cache, onlyPages: { from: 2, to: 2 } };
    await exportPdf(makeContent(4), options);
    const { bytes } = await exportPdf(makeContent(4, 'Otras palabras. '), options);
    const pdf = await readPdf(bytes);
    expect(pdf.texts[1]).toContain('Otras palabras');
    await pdf.close();
  });

  it('and an export between leave each other alone', async () => {
    const cache = createLayoutCache();
    const content = makeContent(4);
    const before = await exportPdf(content, { themes: testThemes });
    await exportPdf(content, { themes: testThemes, quick: true, cache });
    const after = await exportPdf(content, { themes: testThemes, cache });
    const preview = await exportPdf(content, { themes: testThemes, quick: true, cache });
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
    const pdf = await readPdf(preview.bytes);
    expect(pdf.texts.every(words => words.length > 50)).toBe(true);
    await pdf.close();
  });
});
