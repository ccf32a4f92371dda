import {
  type InfiniteData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { ValijaBridge } from '../shared/contract/bridge.ts';
import type { CallInput, CallName, CallOutput } from '../shared/contract/contract.ts';
import type { ValijaEvent } from '../shared/contract/events.ts';
import type { CallError, ErrorCode, Result } from '../shared/contract/result.ts';
import type { GrantedFile } from '../shared/contract/shell-calls.ts';
import type { Job } from '../shared/model/job.ts';
import { createFileRequests } from './app/file-requests.ts';
import { createJobStore } from './app/job-store.ts';
import { isStaleAfter } from './app/stale-calls.ts';
import { saveAllWork } from './app/unsaved-work.ts';

declare global {
  interface Window {
    /** The shell's bridge; only this file touches it. */
    readonly valija: ValijaBridge<File>;
  }
}

/** An expected failure of a call; `describeFailure` writes it in the user's language. */
export class CallFailure extends Error {
  readonly code: ErrorCode;
  readonly details: CallError['details'];

  constructor(error: CallError) {
    super(error.message);
    this.name = 'CallFailure';
    this.code = error.code;
    this.details = error.details;
  }
}

/** Whether a call failed because the core has ended, or runs again and has no library open. */
export function isWithoutLibrary(error: unknown): boolean {
  return error instanceof CallFailure && (error.code === 'coreLost' || error.code === 'noLibrary');
}

/** The calls that close the library which is open. */
const closing: readonly CallName[] = ['library.open', 'library.create', 'library.close'];

/** Sends one call and gives its value, after saving everything when it closes the library; throws {@link CallFailure}. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  if (closing.includes(name)) await saveAllWork();
  const result = (await window.valija.call(name, input)) as Result<CallOutput<N>>;
  if (result.ok) return result.value;
  throw new CallFailure(result.error);
}

/** Subscribes to what the core and the shell tell unasked; gives the function that ends it. */
export function onEvent(listener: (event: ValijaEvent) => void): () => void {
  return window.valija.onEvent(listener);
}

/** Lets the program read a file that was dropped on the window. */
export function grantDropped(file: File): Promise<GrantedFile> {
  return window.valija.grantDropped(file);
}

/** Options of {@link useCall}: TanStack Query's, without key and function. */
export type CallOptions<N extends CallName> = Omit<
  UseQueryOptions<CallOutput<N>, CallFailure>,
  'queryKey' | 'queryFn'
>;

/** Reads a call as a query with the key `[name, input]`; «changed» events ask again by noun. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions<N> = {},
): UseQueryResult<CallOutput<N>, CallFailure> {
  return useQuery<CallOutput<N>, CallFailure>({
    ...options,
    queryKey: [name, input],
    queryFn: () => call(name, input),
  });
}

/** The calls that answer page by page: they take `after` and give `next`. */
export type PagedCallName = 'sources.list' | 'excerpts.list' | 'search.query';

/** Reads a paged call; `fetchNextPage` reads on from where it ended. Its key is `[name, input, 'pages']`. */
export function usePagedCall<N extends PagedCallName>(
  name: N,
  input: Omit<CallInput<N>, 'after'>,
  { enabled = true, keepPrevious = false }: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseInfiniteQueryResult<InfiniteData<CallOutput<N>>, CallFailure> {
  return useInfiniteQuery<
    CallOutput<N>,
    CallFailure,
    InfiniteData<CallOutput<N>>,
    readonly unknown[],
    string | null
  >({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) => call(name, { ...input, after: pageParam } as CallInput<N>),
    initialPageParam: null,
    getNextPageParam: last => last.next,
    enabled,
    placeholderData: keepPrevious ? previous => previous : undefined,
  });
}

/** Options of {@link useAction}; `quiet` leaves the failure to the caller instead of a toast. */
export type ActionOptions<N extends CallName> = Omit<
  UseMutationOptions<CallOutput<N>, CallFailure, CallInput<N>>,
  'mutationFn'
> & { quiet?: boolean };

/** A call that changes something, as a mutation; its failure is shown as a toast unless `quiet`. */
export function useAction<N extends CallName>(
  name: N,
  { quiet = false, ...options }: ActionOptions<N> = {},
): UseMutationResult<CallOutput<N>, CallFailure, CallInput<N>> {
  return useMutation<CallOutput<N>, CallFailure, CallInput<N>>({
    ...options,
    mutationFn: input => call(name, input),
    onError: (error, ...rest) => {
      if (!quiet) reportFailure(error);
      return options.onError?.(error, ...rest);
    },
  });
}

const failureListeners = new Set<(error: unknown) => void>();

/** Tells the window of a failure nobody else shows (it becomes a toast). */
export function reportFailure(error: unknown): void {
  for (const listener of failureListeners) listener(error);
}

/** Subscribes to {@link reportFailure}; gives the function that ends it. */
export function onFailure(listener: (error: unknown) => void): () => void {
  failureListeners.add(listener);
  return () => failureListeners.delete(listener);
}

/** The window's cache of answers: fresh until an event says otherwise; never waits for a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Answers that belong to this person and machine, not to the open library. */
const personal: readonly string[] = ['settings.get', 'shell.capabilities', 'library.status'];

/** Forgets every answer of the library that was open, and asks anew which one is open now. */
export async function forgetLibrary(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !personal.includes(String(queryKey[0])) });
  await queryClient.invalidateQueries({ queryKey: ['library.status'] });
}

/** Reads again everything that is shown, in place: the same library was opened again. */
export async function rereadLibrary(): Promise<void> {
  queryClient.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey }) => !personal.includes(String(queryKey[0])),
  });
  await queryClient.invalidateQueries();
}

/** Which library the window shows, and which were open before; undefined until it is known. */
export function readStatus(): CallOutput<'library.status'> | undefined {
  return queryClient.getQueryData<CallOutput<'library.status'>>(['library.status', {}]);
}

const jobs = createJobStore();
const fileRequests = createFileRequests();

/** Follows the system's wish to open a library file, also one made before anyone followed; gives the function that ends it. */
export const onFileRequest = fileRequests.subscribe;

/** Connects the cache and the jobs to the core's events; called once, before the first paint. */
export function startListening(): () => void {
  void call('jobs.list', {}).then(({ items }) => jobs.load(items), reportFailure);
  return onEvent(event => {
    if (event.type === 'job') {
      jobs.put(event.job);
      if (event.job.kind === 'replace' && event.job.state === 'done') forgetOriginals();
    }
    if (event.type === 'openFile') fileRequests.put(event);
    if (event.type === 'changed') {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => isStaleAfter(String(queryKey[0]), event.nouns),
      });
    }
  });
}

function forgetOriginals(): void {
  const originals = ['sources.pages', 'sources.file'];
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => originals.includes(String(queryKey[0])),
  });
}

/** All jobs this window knows of, oldest first; follows their events. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(jobs.subscribe, jobs.read);
}

/** One job by its id, or null while it is unknown. */
export function useJob(id: string | null): Job | null {
  return useJobs().find(job => job.id === id) ?? null;
}

/** Takes ended jobs off the window's list. */
export function dismissJobs(ids: readonly string[]): void {
  jobs.dismiss(ids);
}

/** Waits for the end of a job; answers at once when it has already ended. */
export function waitForJob(id: string): Promise<Job> {
  return new Promise(resolve => {
    let end = () => {};
    const look = () => {
      const job = jobs.find(id);
      if (!job || job.state === 'running') return false;
      end();
      resolve(job);
      return true;
    };
    if (look()) return;
    end = jobs.subscribe(look);
    void call('jobs.get', { id }).then(jobs.put, () => {});
  });
}
