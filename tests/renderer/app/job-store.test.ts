import { expect, test } from 'vitest';
import { createJobStore } from '../../../renderer/app/job-store.ts';
import type { Job } from '../../../shared/model/job.ts';

const job = (id: string, state: Job['state'] = 'running', done = 0): Job => ({
  id,
  kind: 'import',
  state,
  progress: { done, total: 10, label: '' },
  result: null,
  error: null,
});

test('keeps jobs in the order they came and takes their progress', () => {
  const jobs = createJobStore();
  jobs.put(job('a'));
  jobs.put(job('b'));
  jobs.put(job('a', 'running', 4));
  expect(jobs.read().map(({ id, progress }) => [id, progress.done])).toEqual([
    ['a', 4],
    ['b', 0],
  ]);
});

test('an ended job is not woken by a late answer', () => {
  const jobs = createJobStore();
  jobs.put(job('a', 'done', 10));
  jobs.put(job('a', 'running', 9));
  expect(jobs.find('a')?.state).toBe('done');
});

test('the list of the start does not overwrite what events told before it came', () => {
  const jobs = createJobStore();
  jobs.put(job('a', 'running', 7));
  jobs.load([job('a', 'running', 1), job('b')]);
  expect(jobs.find('a')?.progress.done).toBe(7);
  expect(jobs.read()).toHaveLength(2);
});

test('a dismissed job leaves the list but can still be found, also when a late event comes', () => {
  const jobs = createJobStore();
  jobs.put(job('a', 'done'));
  jobs.dismiss(['a']);
  jobs.put(job('a', 'failed'));
  expect(jobs.read()).toEqual([]);
  expect(jobs.find('a')?.state).toBe('failed');
});

test('gives the same list until something changes, and tells who listens', () => {
  const jobs = createJobStore();
  let told = 0;
  const end = jobs.subscribe(() => {
    told += 1;
  });
  jobs.put(job('a'));
  expect(jobs.read()).toBe(jobs.read());
  end();
  jobs.put(job('b'));
  expect(told).toBe(1);
});
