import { describe, expect, it } from 'vitest';
import { formatDayMonth, formatEdtf } from '../../../electron/core/export/build-document/format-edtf.ts';
import { pageLocator } from '../../../electron/core/export/build-document/label-sources.ts';

describe('dates', () => {
  it.each([
    ['2018', '2018'],
    ['2018-09', 'septiembre de 2018'],
    ['2018-09-03', '3 de septiembre de 2018'],
    ['2024-02-29', '29 de febrero de 2024'],
    ['2018~', '2018'],
    ['2018/2020', '2018 – 2020'],
  ])('%s is %s', (edtf, words) => {
    expect(formatEdtf(edtf, 'es')).toBe(words);
  });

  it.each(['2018-13', '2018-02-31', '2023-02-29', '2018-21', '2018-00', '201X', '14 de mayo', ''])(
    '%s stays as it was written',
    edtf => {
      expect(formatEdtf(edtf, 'es')).toBe(edtf);
      expect(formatDayMonth(edtf, 'es')).toBe('');
    },
  );
});

describe('page locators', () => {
  const pages = { firstPage: 4, lastPage: 4 };

  it('take the physical page where no label is printed, be it absent or empty', () => {
    expect(pageLocator({ ...pages, firstLabel: null, lastLabel: null }, 'es')).toBe('p.\u00a04');
    expect(pageLocator({ ...pages, firstLabel: '', lastLabel: '' }, 'es')).toBe('p.\u00a04');
    expect(pageLocator({ ...pages, firstLabel: 'iv', lastLabel: 'iv' }, 'es')).toBe('p.\u00a0iv\u00a0[4]');
  });
});
