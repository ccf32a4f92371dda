/** Sends one call to the shell and gives its Result. */
export type SendCall = (name: string, input: unknown) => Promise<unknown>;

/** What every window asks first, with an empty input. */
export const firstCalls: readonly string[] = ['settings.get', 'library.status', 'jobs.list'];

/**
 * Asks at once what every window asks first, while its program is still being read; each of these answers is given
 * once, to the first who asks, and only where the input is empty as it was.
 */
export function askEarly(send: SendCall, names: readonly string[] = firstCalls): SendCall {
  const early = new Map(names.map(name => [name, send(name, {})]));
  return (name, input) => {
    const answer = isEmpty(input) ? early.get(name) : undefined;
    // A later question of the same name is about a later time.
    early.delete(name);
    return answer ?? send(name, input);
  };
}

function isEmpty(input: unknown): boolean {
  return typeof input === 'object' && input !== null && Object.keys(input).length === 0;
}
