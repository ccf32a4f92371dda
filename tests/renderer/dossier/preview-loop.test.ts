import { setImmediate as settle } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PreviewLoop } from '../../../renderer/features/dossier/preview/preview-loop.ts';

function setUp() {
  const rendered: number[] = [];
  const shown: string[] = [];
  const failed: unknown[] = [];
  const ends: { succeed(): void; fail(): void }[] = [];
  const busy: boolean[] = [];
  const loop = new PreviewLoop<number, string>({
    render(draft) {
      rendered.push(draft);
      return new Promise((resolve, reject) => {
        ends.push({ succeed: () => resolve(`page ${draft}`), fail: () => reject(new Error('no')) });
      });
    },
    onPreview: preview => shown.push(preview),
    onFailure: error => failed.push(error),
    onBusy: isBusy => busy.push(isBusy),
  });
  return { loop, rendered, shown, failed, ends, busy };
}

describe('the preview', () => {
  it('begins with the first keystroke, before anything else is done', () => {
    const { loop, rendered } = setUp();
    loop.request(1);
    expect(rendered).toEqual([1]);
  });

  it('has never more than one under way, and then makes only the newest', async () => {
    const { loop, rendered, shown, ends, busy } = setUp();
    loop.request(1);
    for (const draft of [2, 3, 4]) loop.request(draft);
    await settle();
    expect(rendered).toEqual([1]);
    ends[0]?.succeed();
    await settle();
    expect(rendered).toEqual([1, 4]);
    ends[1]?.succeed();
    await settle();
    expect(shown).toEqual(['page 1', 'page 4']);
    expect(busy.at(-1)).toBe(false);
  });

  it('goes on after a failure', async () => {
    const { loop, shown, failed, ends } = setUp();
    loop.request(1);
    ends[0]?.fail();
    await settle();
    expect(failed).toHaveLength(1);
    loop.request(2);
    ends[1]?.succeed();
    await settle();
    expect(shown).toEqual(['page 2']);
  });

  it('shows nothing after its end', async () => {
    const { loop, shown, rendered, ends } = setUp();
    loop.request(1);
    loop.end();
    ends[0]?.succeed();
    loop.request(2);
    await settle();
    expect(shown).toEqual([]);
    expect(rendered).toEqual([1]);
  });
});
