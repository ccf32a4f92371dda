/**
 * A core process that does as it is told, for tests of what a shell does when the real one misbehaves: `dossiers.get` is
 * never answered, `settings.update` ends the process, `jobs.list` sends an event, any other call gives its input back.
 */
const tokens = new Map<string, string>();

interface Message {
  id: number;
  name?: string;
  input?: unknown;
  grant?: string;
  resolve?: string;
}

process.on('message', (message: Message) => {
  const { id, name, input, grant, resolve } = message;
  if (grant !== undefined) {
    const token = `token-${Buffer.from(grant).toString('base64url')}`;
    tokens.set(token, grant);
    return answer(id, { ok: true, value: token });
  }
  if (resolve !== undefined) {
    const path = tokens.get(resolve);
    const unknown = { ok: false, error: { code: 'tokenUnknown', message: '', details: {} } };
    return answer(id, path ? { ok: true, value: path } : unknown);
  }
  if (name === 'dossiers.get') return;
  if (name === 'settings.update') process.exit(3);
  if (name === 'jobs.list') process.send?.({ event: { type: 'changed', nouns: ['sources'] } });
  answer(id, { ok: true, value: input });
});

process.on('disconnect', () => process.exit(0));

function answer(id: number, result: unknown): void {
  process.send?.({ id, result });
}
