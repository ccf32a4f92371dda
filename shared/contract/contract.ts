import type { z } from 'zod';
import { appCalls } from './app-calls.ts';
import { dossierCalls } from './dossier-calls.ts';
import { excerptCalls } from './excerpt-calls.ts';
import { exportCalls } from './export-calls.ts';
import { imageCalls } from './image-calls.ts';
import { libraryCalls } from './library-calls.ts';
import type { Result } from './result.ts';
import { searchCalls } from './search-calls.ts';
import { shellCalls } from './shell-calls.ts';
import { sourceCalls } from './source-calls.ts';
import { styleCalls } from './style-calls.ts';

/** Every call that the core answers. */
export const coreCalls = {
  ...appCalls,
  ...libraryCalls,
  ...sourceCalls,
  ...excerptCalls,
  ...searchCalls,
  ...dossierCalls,
  ...exportCalls,
  ...imageCalls,
  ...styleCalls,
};

/** Every call there is: the core's and the shell's. */
export const contract = { ...coreCalls, ...shellCalls };

/** The whole contract. */
export type Contract = typeof contract;
/** The name of a call. */
export type CallName = keyof Contract;
/** The name of a call that the core answers. */
export type CoreCallName = keyof typeof coreCalls;
/** The name of a call that the shell answers. */
export type ShellCallName = keyof typeof shellCalls;

/** What a caller passes (fields with a default may be left out). */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives once the door has parsed the input. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
/** What a call gives. */
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** The handlers of the core: one function a call; they throw {@link Failure} for what may go wrong. */
export type CoreHandlers = {
  [N in CoreCallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** The handlers of a shell. */
export type ShellHandlers = {
  [N in ShellCallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** Sends one call and gives its {@link Result}; every shell has one. */
export type Caller = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;

/** Whether a string names a call of the contract. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
