import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEdtf } from '../../../shared/model/edtf.ts';

test('takes the dates that the help names', () => {
  for (const date of [
    '2018',
    '2018-09',
    '2018-09-03',
    '2018~',
    '2018?',
    '201X',
    '2016/2018',
    '2018-21',
    '2018/..',
  ]) {
    expect(isEdtf(date), date).toBe(true);
  }
});

test('refuses what is no date', () => {
  const wrong = [
    '',
    'el martes',
    '3/9/2018',
    '2018-13',
    '2018-02-30',
    '2018-9-3',
    '18',
    '../..',
    '2018/2019/2020',
  ];
  expect(wrong.filter(isEdtf)).toEqual([]);
});

test('knows the length of months, in leap years too', () => {
  expect(isEdtf('2020-02-29')).toBe(true);
  expect(isEdtf('2018-02-29')).toBe(false);
  expect(isEdtf('1900-02-29')).toBe(false);
  expect(isEdtf('2000-02-29')).toBe(true);
});

test('takes a day exactly when the calendar has it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
      date => {
        const day = date.toISOString().slice(0, 10);
        expect(isEdtf(day)).toBe(true);
        const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
        expect(isEdtf(`${day.slice(0, 8)}${last + 1}`)).toBe(false);
      },
    ),
  );
});

test('what is unspecified is not also called doubtful', () => {
  expect(isEdtf('201X~')).toBe(false);
  expect(isEdtf('2018-XX?')).toBe(false);
});
