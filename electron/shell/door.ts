import { contract, type ShellHandlers } from '../../shared/contract/contract.ts';
import type { CallDefinition } from '../../shared/contract/define-call.ts';
import { type CallError, Failure, type Result } from '../../shared/contract/result.ts';
import { shellCalls } from '../../shared/contract/shell-calls.ts';
import type { CoreProcess } from './core-process.ts';

/** The one door of a shell: takes a call's name and input as they came from the window, and always answers a Result. */
export type Door = (name: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * Makes the door: `shell.*` goes to the shell's own handlers, every other call of the contract to the core, which parses its
 * input itself; anything else is `invalidInput`. Whoever calls the door has checked the sender.
 */
export function createDoor(
  core: Pick<CoreProcess, 'call'>,
  shell: ShellHandlers,
  log: (line: string) => void,
): Door {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return refuse(`no such call: ${name}`);
    if (!Object.hasOwn(shellCalls, name)) return core.call(name, input);
    try {
      return await callShell(shell, name as keyof ShellHandlers, input);
    } catch (error) {
      if (error instanceof Failure) return { ok: false, error: error.toCallError() };
      log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return { ok: false, error: { code: 'internal', message: 'a bug in the shell', details: {} } };
    }
  };
}

async function callShell<N extends keyof ShellHandlers>(
  shell: ShellHandlers,
  name: N,
  input: unknown,
): Promise<Result<unknown>> {
  const definition: CallDefinition = shellCalls[name];
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return refuse(parsed.error.message);
  const handler: (input: never) => unknown = shell[name];
  return { ok: true, value: await handler(parsed.data as never) };
}

function refuse(message: string): { ok: false; error: CallError } {
  return { ok: false, error: { code: 'invalidInput', message, details: {} } };
}
