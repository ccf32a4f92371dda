import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type PartChanges,
  PartSaver,
  type SaveState,
} from '../../../renderer/features/dossier/state/part-saver.ts';
import type { Section } from '../../../shared/model/dossier.ts';

class Conflict extends Error {}
class Interruption extends Error {}

interface Sent {
  revision: number;
  changes: PartChanges;
  succeed(): void;
  fail(error: Error): void;
}

function setUp() {
  const sent: Sent[] = [];
  const states: SaveState[] = [];
  const stored: { revision: number | null } = { revision: null };
  const saver = new PartSaver({
    delay: 600,
    isConflict: error => error instanceof Conflict,
    isInterrupted: error => error instanceof Interruption,
    findStored: async () => stored.revision,
    onState: (_id, state) => states.push(state),
    save: (_id, revision, changes) =>
      new Promise((resolve, reject) => {
        const succeed = () => resolve({ revision: revision + 1 } as Section);
        sent.push({ revision, changes, succeed, fail: reject });
      }),
  });
  saver.learn('a', 1);
  return { saver, sent, states, stored };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('saving parts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once after the last of several changes', async () => {
    const { saver, sent, states } = setUp();
    void saver.change('a', { title: 'x' });
    await vi.advanceTimersByTimeAsync(500);
    void saver.change('a', { title: 'y' });
    await vi.advanceTimersByTimeAsync(599);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(save => save.changes)).toEqual([{ title: 'y' }]);
    sent[0]?.succeed();
    await settle();
    expect(states.at(-1)).toBe('saved');
    expect(saver.isDirty).toBe(false);
  });

  it('never has two saves under way, and uses the revision of the last', async () => {
    const { saver, sent } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    void saver.change('a', { included: false }, 'now');
    void saver.change('a', { title: 'z' }, 'now');
    await settle();
    expect(sent).toHaveLength(1);
    sent[0]?.succeed();
    await settle();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ revision: 2, changes: { included: false, title: 'z' } });
  });

  it('keeps what a failed save held and sends it with the next', async () => {
    const { saver, sent, states } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    sent[0]?.fail(new Error('disk full'));
    await settle();
    expect(states.at(-1)).toBe('failed');
    expect(saver.unsaved('a')).toEqual({ title: 'x' });
    void saver.change('a', { included: true }, 'now');
    await settle();
    expect(sent[1]).toMatchObject({ revision: 1, changes: { title: 'x', included: true } });
  });

  it('keeps the text of a conflict and what is written after it, and saves nothing until the user has chosen', async () => {
    const { saver, sent, states } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    sent[0]?.fail(new Conflict());
    await settle();
    expect(states.at(-1)).toBe('conflict');
    void saver.change('a', { included: false }, 'now');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    expect(saver.giveWay('a', 7)).toEqual({ title: 'x', included: false });
    void saver.change('a', { title: 'y' }, 'now');
    await settle();
    expect(sent[1]).toMatchObject({ revision: 7, changes: { title: 'y' } });
  });

  it('notices a text stored elsewhere only when nothing waits here', async () => {
    const { saver, sent } = setUp();
    expect(saver.know('a', 1)).toBe(true);
    expect(saver.know('a', 2)).toBe(false);
    expect(saver.know('a', 2)).toBe(true);
    void saver.change('a', { title: 'x' });
    expect(saver.know('a', 3)).toBe(true);
    await vi.advanceTimersByTimeAsync(600);
    expect(sent[0]?.revision).toBe(2);
  });

  it('saves everything on leaving, also while a save is under way', async () => {
    const { saver, sent } = setUp();
    saver.learn('b', 1);
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    void saver.change('a', { title: 'y' });
    void saver.change('b', { title: 'z' });
    const all = saver.flushAll();
    await settle();
    expect(sent).toHaveLength(2);
    for (const save of sent) save.succeed();
    await settle();
    expect(sent[2]).toMatchObject({ revision: 2, changes: { title: 'y' } });
    sent[2]?.succeed();
    await all;
    expect(saver.isDirty).toBe(false);
  });

  it('counts an interrupted save as waiting, and sends it on the revision it began from', async () => {
    const { saver, sent, states } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    sent[0]?.fail(new Interruption());
    await settle();
    expect(states.at(-1)).toBe('waiting');
    expect(states).not.toContain('failed');
    expect(saver.unsaved('a')).toEqual({ title: 'x' });
    void saver.flushAll();
    await settle();
    expect(sent[1]).toMatchObject({ revision: 1, changes: { title: 'x' } });
  });

  it('knows a save of its own whose answer was lost', async () => {
    const { saver, sent, states, stored } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    sent[0]?.fail(new Interruption());
    await settle();
    stored.revision = 2;
    void saver.change('a', { title: 'xy' }, 'now');
    await settle();
    sent[1]?.fail(new Conflict());
    await settle();
    expect(sent[2]).toMatchObject({ revision: 2, changes: { title: 'xy' } });
    sent[2]?.succeed();
    await settle();
    expect(states.at(-1)).toBe('saved');
    expect(states).not.toContain('conflict');
  });

  it('is in conflict after an interruption when somebody else changed the part', async () => {
    const { saver, sent, states } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    sent[0]?.fail(new Interruption());
    await settle();
    void saver.flushAll();
    await settle();
    sent[1]?.fail(new Conflict());
    await settle();
    expect(states.at(-1)).toBe('conflict');
    expect(saver.unsaved('a')).toEqual({ title: 'x' });
  });

  it('tells what a stored answer does not have yet, also while it is being saved and just after', async () => {
    const { saver, sent } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    expect(saver.unsaved('a', 1)).toEqual({ title: 'x' });
    sent[0]?.succeed();
    await settle();
    expect(saver.unsaved('a', 1)).toEqual({ title: 'x' });
    expect(saver.unsaved('a', 2)).toBe(null);
    expect(saver.unsaved('a')).toBe(null);
  });

  it('sends what waits behind a running save at once when the window goes', async () => {
    const { saver, sent } = setUp();
    void saver.change('a', { title: 'x' }, 'now');
    await settle();
    void saver.change('a', { title: 'y' });
    saver.leave();
    expect(sent.map(({ revision, changes }) => [revision, changes])).toEqual([
      [1, { title: 'x' }],
      [2, { title: 'y' }],
    ]);
  });
});
