import { expect, test } from 'vitest';
import { fetchBeyondPage } from '../../electron/shell/fetch-beyond-page.ts';

function setUp() {
  const page = new EventTarget();
  const sent: (boolean | undefined)[] = [];
  const answers: (() => void)[] = [];
  const send = fetchBeyondPage(page, (_path, request) => {
    sent.push(request?.keepalive);
    return new Promise(resolve => answers.push(() => resolve(new Response())));
  });
  const post = (bytes: number) => send('/call', { method: 'POST', body: new Uint8Array(bytes) });
  return { page, sent, answers, post };
}

test('requests outlive the page only once it is being left', () => {
  const { page, sent, post } = setUp();
  void post(10);
  page.dispatchEvent(new Event('pagehide'));
  void post(10);
  expect(sent).toEqual([undefined, true]);
});

test('no more than the browser allows is asked to outlive the page', async () => {
  const { page, sent, answers, post } = setUp();
  page.dispatchEvent(new Event('beforeunload'));
  const first = post(50_000);
  void post(20_000);
  answers[0]?.();
  await first;
  void post(20_000);
  void post(70_000);
  expect(sent).toEqual([true, undefined, true, undefined]);
});
