import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PreviewLoop } from '../../../renderer/features/dossier/preview/preview-loop.ts';

function setUp() {
  const rendered: number[] = [];
  const shown: string[] = [];
  const failed: unknown[] = [];
  const ends: { succeed(): void; fail(): void }[] = [];
  const busy: boolean[] = [];
  const loop = new PreviewLoop<number, string>({
    delay: 12,
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
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('makes one of several keystrokes, the newest, and does not wait for a pause', async () => {
    const { loop, rendered } = setUp();
    loop.request(1);
    await vi.advanceTimersByTimeAsync(8);
    loop.request(2);
    await vi.advanceTimersByTimeAsync(4);
    expect(rendered).toEqual([2]);
  });

  it('has never more than one under way, and then makes only the newest', async () => {
    const { loop, rendered, shown, ends, busy } = setUp();
    loop.request(1);
    await vi.advanceTimersByTimeAsync(12);
    for (const draft of [2, 3, 4]) loop.request(draft);
    await vi.advanceTimersByTimeAsync(100);
    expect(rendered).toEqual([1]);
    ends[0]?.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(rendered).toEqual([1, 4]);
    ends[1]?.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['page 1', 'page 4']);
    expect(busy.at(-1)).toBe(false);
  });

  it('goes on after a failure', async () => {
    const { loop, shown, failed, ends } = setUp();
    loop.request(1);
    await vi.advanceTimersByTimeAsync(12);
    ends[0]?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(failed).toHaveLength(1);
    loop.request(2);
    await vi.advanceTimersByTimeAsync(12);
    ends[1]?.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['page 2']);
  });

  it('shows nothing after its end', async () => {
    const { loop, shown, rendered, ends } = setUp();
    loop.request(1);
    await vi.advanceTimersByTimeAsync(12);
    loop.end();
    ends[0]?.succeed();
    loop.request(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown).toEqual([]);
    expect(rendered).toEqual([1]);
  });
});
