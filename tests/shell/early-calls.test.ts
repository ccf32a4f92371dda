import { expect, test } from 'vitest';
import { askEarly } from '../../electron/shell/early-calls.ts';

function recorder() {
  const sent: string[] = [];
  const send = async (name: string, input: unknown) => {
    sent.push(`${name} ${JSON.stringify(input)}`);
    return sent.length;
  };
  return { sent, send };
}

test('asks at once, and gives each early answer once', async () => {
  const { sent, send } = recorder();
  const call = askEarly(send, ['settings.get']);
  expect(sent).toEqual(['settings.get {}']);
  expect(await call('settings.get', {})).toBe(1);
  expect(await call('settings.get', {})).toBe(2);
});

test('an input of its own is never answered with the early answer', async () => {
  const { send } = recorder();
  const call = askEarly(send, ['jobs.list']);
  expect(await call('jobs.list', { after: 'x' })).toBe(2);
  expect(await call('jobs.list', {})).toBe(3);
});

test('other calls go out as they are', async () => {
  const { sent, send } = recorder();
  await askEarly(send, [])('sources.list', { after: null });
  expect(sent).toEqual(['sources.list {"after":null}']);
});
