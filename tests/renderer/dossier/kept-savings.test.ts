import { expect, test } from 'vitest';
import {
  createKeptSavings,
  type DossierPlace,
} from '../../../renderer/features/dossier/state/kept-savings.ts';
import { PartSaver } from '../../../renderer/features/dossier/state/part-saver.ts';
import type { Section } from '../../../shared/model/dossier.ts';

const here: DossierPlace = { library: '/a.valija', dossierId: 'd' };

function setUp() {
  const store = { isOpen: true, titles: [] as (string | undefined)[] };
  const savings = createKeptSavings(() => ({
    saver: new PartSaver({
      delay: 60_000,
      isConflict: () => false,
      isInterrupted: () => true,
      findStored: async () => null,
      onState: () => {},
      async save(_id, revision, changes) {
        if (!store.isOpen) throw new Error('closed');
        store.titles.push(changes.title);
        return { revision: revision + 1 } as Section;
      },
    }),
  }));
  const show = () => {
    const saving = savings.find(here);
    saving.saver.learn('p', 1);
    return { ...saving, leave: savings.hold(here, saving) };
  };
  return { savings, store, show };
}

test('unsaved words outlive their screen, and are saved with the next chance', async () => {
  const { savings, store, show } = setUp();
  const first = show();
  store.isOpen = false;
  await first.saver.change('p', { title: 'x' }, 'now');
  first.leave();
  await savings.saveAll();
  expect(savings.isDirty).toBe(true);
  expect(show().saver.unsaved('p')).toEqual({ title: 'x' });
  store.isOpen = true;
  await savings.saveAll();
  expect(store.titles).toEqual(['x']);
  expect(savings.isDirty).toBe(false);
});

test('a screen that left nothing behind begins anew', async () => {
  const { savings, show } = setUp();
  const first = show();
  await first.saver.change('p', { title: 'x' }, 'now');
  first.leave();
  await savings.saveAll();
  expect(show().saver).not.toBe(first.saver);
});

test('a copy of the library elsewhere has savers of its own', async () => {
  const { savings, store, show } = setUp();
  const { saver } = show();
  store.isOpen = false;
  await saver.change('p', { title: 'x' }, 'now');
  expect(savings.find({ ...here, library: '/copy.valija' }).saver).not.toBe(saver);
  expect(savings.find(here).saver).toBe(saver);
});
