import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeSource } from '../../../renderer/features/dossier/editor/cite-source.ts';
import { suggestFileName } from '../../../renderer/features/dossier/export/suggest-file-name.ts';
import {
  movePart,
  placeAfterMove,
  placeBeforeIndex,
} from '../../../renderer/features/dossier/outline/move-part.ts';
import { partOfPage } from '../../../renderer/features/dossier/preview/part-of-page.ts';
import { describePrinted } from '../../../renderer/features/dossier/preview/printed-state.ts';
import {
  currentPage,
  isInSight,
  pageTop,
  visiblePages,
} from '../../../renderer/features/dossier/preview/visible-pages.ts';
import { isDate, writeDate } from '../../../renderer/features/dossier/state/edtf-date.ts';
import { matchesWords } from '../../../renderer/features/dossier/state/match-words.ts';
import {
  addCounts,
  countQuotes,
  totalQuotes,
} from '../../../renderer/features/dossier/state/quote-counts.ts';
import {
  readNodeReferences,
  readReferences,
} from '../../../renderer/features/dossier/state/text-references.ts';
import type { Dossier } from '../../../shared/model/dossier.ts';
import type { Source } from '../../../shared/model/source.ts';
import { doc, note, p, quote } from './builders.ts';

describe('moving parts', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const order = (id: string, after: string | null | undefined) =>
    after === undefined
      ? 'stays'
      : movePart(
          ids.map(key => ({ id: key })),
          id,
          after,
        )
          .map(part => part.id)
          .join('');

  it('moves by keys', () => {
    expect(order('b', placeAfterMove(ids, 'b', 1))).toBe('acbd');
    expect(order('b', placeAfterMove(ids, 'b', -1))).toBe('bacd');
    expect(order('a', placeAfterMove(ids, 'a', -1))).toBe('stays');
    expect(order('d', placeAfterMove(ids, 'd', 1))).toBe('stays');
  });

  it('puts a dropped part before the place it was dropped at', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(4), (from, to) => {
        const id = ids[from] ?? '';
        const without = ids.filter(other => other !== id);
        const expected = [...without];
        expected.splice(to > from ? to - 1 : to, 0, id);
        const moved = order(id, placeBeforeIndex(ids, id, to));
        expect(moved === 'stays' ? ids.join('') : moved).toBe(expected.join(''));
      }),
    );
  });
});

describe('what a text refers to', () => {
  it('is the same read from the store and from the editor', () => {
    const text = doc(p('uno', note('n')), quote('x'), p('dos', note('m')), quote('x'));
    expect(readReferences(text.toJSON())).toEqual({ excerptIds: ['x', 'x'], footnotes: 2, targets: [] });
    expect(readNodeReferences(text)).toEqual(readReferences(text.toJSON()));
  });

  it('counts quotes by state, and those without excerpt', () => {
    const states = new Map([
      ['a', 'exact'],
      ['b', 'moved'],
      ['c', 'changed'],
    ] as const);
    const counts = countQuotes(['a', 'b', 'c', 'gone', 'a'], id => states.get(id as 'a'));
    expect(counts).toEqual({ exact: 2, moved: 1, changed: 1, missing: 1 });
    expect(totalQuotes(addCounts([counts, counts]))).toBe(10);
  });
});

describe('dates', () => {
  it('takes what a meeting needs of EDTF', () => {
    for (const good of [
      '',
      '2026',
      '2026-11',
      '2026-11-22',
      '2026~',
      '2026-02-28/2026-03-01',
      '2026-11-22/..',
    ]) {
      expect(isDate(good), good).toBe(true);
    }
    for (const bad of ['22/11/2026', '2026-13', '2026-02-30', 'mañana', '../..', '2026-1-1']) {
      expect(isDate(bad), bad).toBe(false);
    }
  });

  it('writes them in words', () => {
    expect(writeDate('2026-11-22', 'es-PE')).toBe('22 de noviembre de 2026');
    expect(writeDate('2026-11', 'en-GB')).toBe('November 2026');
    expect(writeDate('2026~', 'es-PE')).toBe('2026~');
    expect(writeDate('202X', 'es-PE')).toBe('202X');
    expect(writeDate('2026-11/..', 'es-PE')).toBe('noviembre de 2026 – …');
    expect(writeDate('', 'es-PE')).toBe('');
    expect(writeDate('mañana', 'es-PE')).toBe('mañana');
  });
});

describe('file names', () => {
  it('keep the title and drop what systems forbid', () => {
    expect(suggestFileName('Diálogo: Perú/EE. UU.?', '2026-11-22')).toBe(
      'Diálogo Perú EE. UU (2026-11-22).pdf',
    );
    expect(suggestFileName('con', '')).toBe('con_.pdf');
    expect(suggestFileName('///', 'pronto')).toBe('Valija.pdf');
  });

  it('are never empty, too long, or with a forbidden sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
        const name = suggestFileName(title, '2026');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.pdf$/u);
        expect(name.length).toBeLessThan(160);
      }),
    );
  });
});

describe('the preview’s pages', () => {
  const column = { count: 10, pageHeight: 100, gap: 10 };

  it('are drawn where they are seen, with one more on either side', () => {
    expect(visiblePages(column, 0, 100)).toEqual([0, 1]);
    expect(visiblePages(column, 330, 100)).toEqual([2, 3, 4]);
    expect(visiblePages(column, 5000, 100)).toEqual([]);
    expect(visiblePages({ ...column, count: 0 }, 0, 100)).toEqual([]);
  });

  it('are in sight where any of them shows', () => {
    const seen = (top: number) =>
      visiblePages(column, top, 100).filter(page => isInSight(column, page, top, 100));
    expect(seen(0)).toEqual([0]);
    expect(seen(330)).toEqual([3]);
    expect(seen(380)).toEqual([3, 4]);
  });

  it('say which one is read', () => {
    fc.assert(
      fc.property(fc.nat(9), page => {
        expect(currentPage(column, pageTop(column, page), 150)).toBe(page);
      }),
    );
  });

  it('belong to the last part that begins before them', () => {
    const pages = { cover: 1, contents: 2, brief: 3, topic: 3, sources: 9 };
    expect(partOfPage(pages, 1)).toBe('cover');
    expect(partOfPage(pages, 5)).toBe('topic');
    expect(partOfPage(pages, 30)).toBe('sources');
    expect(partOfPage({}, 1)).toBeNull();
  });

  it('are made anew for everything but the save of the part being written', () => {
    const section = { id: 'a', title: 'A', included: true, marking: null, revision: 1 };
    const dossier = { title: 'T', updatedAt: '1', quoteCount: 1, sections: [section] } as unknown as Dossier;
    const saved = {
      ...dossier,
      updatedAt: '2',
      sections: [{ ...section, revision: 2 }],
    } as unknown as Dossier;
    const renamed = { ...dossier, sections: [{ ...section, title: 'B' }] } as unknown as Dossier;
    expect(describePrinted(saved, 'a')).toBe(describePrinted(dossier, 'a'));
    expect(describePrinted(saved, 'b')).not.toBe(describePrinted(dossier, 'b'));
    expect(describePrinted(renamed, 'a')).not.toBe(describePrinted(dossier, 'a'));
    expect(describePrinted({ ...dossier, title: 'U' }, 'a')).not.toBe(describePrinted(dossier, 'a'));
  });
});

describe('words', () => {
  it('match whatever accents and capitals', () => {
    expect(matchesWords('Diálogo de Alto Nivel', 'DIALOGO nivel')).toBe(true);
    expect(matchesWords('Diálogo de Alto Nivel', 'diálogo bajo')).toBe(false);
    expect(matchesWords('algo', '  ')).toBe(true);
  });

  it('cite a source as the page does', () => {
    const source = {
      title: 'Acta',
      authors: [{ literal: 'Cancillería' }],
      publisher: '',
      issued: '2018-09-03',
    };
    const cite = (locator: string) => citeSource(source as unknown as Source, locator, 'es');
    expect(cite('')).toBe('(Cancillería, 2018)');
    expect(cite('iv')).toBe('(Cancillería, 2018, p. iv)');
    expect(cite('12-14')).toBe('(Cancillería, 2018, pp. 12–14)');
    expect(cite('art. 3')).toBe('(Cancillería, 2018, art. 3)');
  });
});
