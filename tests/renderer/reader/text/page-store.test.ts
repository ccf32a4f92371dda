import { expect, test, vi } from 'vitest';
import { createPageStore, PIECE } from '../../../../renderer/features/reader/text/page-store.ts';
import { flowPage } from '../build-pages.ts';

const pagesFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => flowPage(`texto ${from + i}`, from + i));

test('loads every page, those that are wanted first', async () => {
  const order: number[] = [];
  const store = createPageStore(PIECE * 3 + 2, async (from, count) => {
    order.push(from);
    return pagesFrom(from, count);
  });
  store.want(PIECE * 2 + 5);
  store.start();
  await vi.waitFor(() => expect(store.read().complete).toBe(true));
  expect(order).toEqual([PIECE * 2, 0, PIECE, PIECE * 3]);
  expect(store.read().pages.size).toBe(PIECE * 3 + 2);
});

test('keeps what it has when a piece fails, and goes on when started again', async () => {
  let isBroken = true;
  const store = createPageStore(PIECE * 2, async (from, count) => {
    if (from > 0 && isBroken) throw new Error('lost');
    return pagesFrom(from, count);
  });
  store.start();
  await vi.waitFor(() => expect(store.read().failure).toEqual(new Error('lost')));
  expect(store.read().pages.size).toBe(PIECE);
  isBroken = false;
  await vi.waitFor(() => {
    store.start();
    expect(store.read().complete).toBe(true);
  });
  expect(store.read().failure).toBeNull();
});

test('is silent once stopped', async () => {
  let answer: (pages: ReturnType<typeof pagesFrom>) => void = () => {};
  const store = createPageStore(
    3,
    () =>
      new Promise(resolve => {
        answer = resolve;
      }),
  );
  const heard = vi.fn();
  store.subscribe(heard);
  store.start();
  store.stop();
  answer(pagesFrom(0, 3));
  await Promise.resolve();
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
});
