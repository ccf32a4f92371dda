import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPages } from '../../../electron/core/export/layout/build-pages.ts';
import { openNode } from '../../../electron/core/export/layout/structure.ts';
import {
  ALLOW,
  type Box,
  FORCE,
  glue,
  makeBox,
  type VerticalItem,
} from '../../../electron/core/export/layout/vertical-list.ts';
import { tried } from '../../helpers/property-runs.ts';

const CAPACITY = 600;

/** A box known by its anchor. */
function named(id: string, height: number): Box {
  return { ...makeBox(height, []), anchors: [{ id, y: 0 }] };
}

type Piece = { kind: 'text' | 'float'; height: number };

function columnOf(pieces: Piece[]): VerticalItem[] {
  return pieces.flatMap(({ kind, height }, i): VerticalItem[] => {
    const box = named(`${kind}${i}`, height);
    const item: VerticalItem = kind === 'float' ? { kind, box, node: openNode('Figure', null) } : box;
    return [...(i ? [glue(8)] : []), item];
  });
}

/** Ids on each page, from its head to its foot. */
function placed(items: VerticalItem[]): string[][] {
  return buildPages(items, CAPACITY).map(page =>
    page.boxes.flatMap(({ box }) => box.anchors.map(anchor => anchor.id)),
  );
}

describe('floats', () => {
  it('stand where they are written when they fit', () => {
    expect(
      placed(
        columnOf([
          { kind: 'text', height: 100 },
          { kind: 'float', height: 200 },
          { kind: 'text', height: 100 },
        ]),
      ),
    ).toEqual([['text0', 'float1', 'text2']]);
  });

  it('wait for the head of the next page while the text goes on', () => {
    const pieces: Piece[] = [
      { kind: 'text', height: 400 },
      { kind: 'float', height: 300 },
      { kind: 'text', height: 100 },
      { kind: 'text', height: 150 },
    ];
    expect(placed(columnOf(pieces))).toEqual([
      ['text0', 'text2'],
      ['float1', 'text3'],
    ]);
  });

  it('come out before material that must begin a page', () => {
    const items = [
      ...columnOf([
        { kind: 'text', height: 400 },
        { kind: 'float', height: 300 },
      ]),
      FORCE,
      named('next', 50),
    ];
    expect(placed(items)).toEqual([['text0'], ['float1'], ['next']]);
  });

  it('keep their order and follow their mention, none is lost, whatever their heights', () => {
    const piece = fc.record({
      kind: fc.constantFrom<Piece['kind'][]>('text', 'text', 'float'),
      height: fc.integer({ min: 5, max: 590 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), pieces => {
        const pages = placed(columnOf(pieces));
        const all = pages.flat();
        expect([...all].sort()).toEqual(pieces.map(({ kind }, i) => `${kind}${i}`).sort());
        for (const kind of ['text', 'float']) {
          const numbers = all.filter(id => id.startsWith(kind)).map(id => Number(id.slice(kind.length)));
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
        const pageOf = new Map(pages.flatMap((ids, page) => ids.map(id => [id, page] as const)));
        pieces.forEach(({ kind }, i) => {
          const before = pieces.findLastIndex((each, at) => at < i && each.kind === 'text');
          if (kind === 'float' && before >= 0)
            expect(pageOf.get(`float${i}`)).toBeGreaterThanOrEqual(pageOf.get(`text${before}`)!);
        });
      }),
      tried(300),
    );
  });

  it('overlap nothing and stay within the page', () => {
    const piece = fc.record({
      kind: fc.constantFrom<Piece['kind'][]>('text', 'float'),
      height: fc.integer({ min: 5, max: 590 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), pieces => {
        for (const page of buildPages(columnOf(pieces), CAPACITY)) {
          let free = 0;
          for (const { box, y } of page.boxes.filter(each => each.box.height > 0)) {
            expect(y).toBeGreaterThanOrEqual(free - 0.01);
            free = y + box.height;
          }
          expect(free).toBeLessThanOrEqual(CAPACITY + 0.01);
        }
      }),
      tried(300),
    );
  });
});

describe('turned material', () => {
  const turned = (id: string): VerticalItem => ({ kind: 'turned', items: [named(id, 150)], capacity: 400 });
  const opening = (height: number) => [named('a', height), ALLOW];
  const rest = [turned('b'), glue(10), turned('c'), glue(10), named('d', 50)];

  it('has pages of its own capacity, joined where nothing stands between', () => {
    const items = [...opening(200), ...rest];
    const pages = buildPages(items, CAPACITY);
    expect(pages.map(page => page.turned)).toEqual([false, true, false]);
    expect(placed(items)).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('takes a short opening of the column with it', () => {
    const items = [...opening(50), ...rest];
    expect(buildPages(items, CAPACITY).map(page => page.turned)).toEqual([true, false]);
    expect(placed(items)).toEqual([['a', 'b', 'c'], ['d']]);
  });
});
