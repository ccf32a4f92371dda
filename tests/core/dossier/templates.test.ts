import { expect, test } from 'vitest';
import { openTemplates } from '../../../electron/core/dossier/templates.ts';
import { partKinds } from '../../../shared/model/dossier.ts';
import { findLevel, outranks } from '../../../shared/model/marking.ts';
import { resourcesDir } from '../../helpers/open-core.ts';

const templates = openTemplates(resourcesDir);

test('the high-level dialogue has every kind of part once, in the dossier’s order', () => {
  const kinds = templates.getTemplate('dialogo-de-alto-nivel').parts.map(part => part.kind);
  expect(kinds).toEqual(partKinds.filter(kind => kind !== 'custom'));
});

test('six templates, the fullest first, each part titled and explained in both languages', () => {
  const list = templates.listTemplates();
  expect(list.map(template => template.id)).toEqual([
    'dialogo-de-alto-nivel',
    'visita-oficial',
    'reunion-de-cancilleres',
    'consultas-politicas',
    'llamada-telefonica',
    'ayuda-memoria',
  ]);
  for (const { parts } of list) {
    for (const { title, hint } of parts) {
      expect(title.es && title.en && hint.es && hint.en).toBeTruthy();
      expect(hint.es).not.toBe(hint.en);
      expect(hint.es.length).toBeLessThan(160);
    }
  }
  expect(() => templates.getTemplate('otra')).toThrow('notFound');
});

test('six marking schemes; a scheme says what outranks what, and Peru’s first two categories do not', () => {
  const schemes = templates.listMarkings();
  expect(schemes.map(scheme => scheme.id)).toEqual(['pe', 'bo', 'cl', 'gb', 'us', 'eu']);
  const pe = (level: string) => ({ scheme: 'pe', level });
  expect(outranks(schemes, pe('reservada'), pe('confidencial'))).toBe(false);
  expect(outranks(schemes, pe('confidencial'), pe('reservada'))).toBe(false);
  expect(outranks(schemes, pe('secreta'), pe('reservada'))).toBe(true);
  const ids = schemes.flatMap(scheme => scheme.levels.map(level => `${scheme.id} ${level.id}`));
  expect(new Set(ids).size).toBe(ids.length);
  expect(findLevel(schemes, { scheme: 'eu', level: 'secret' })?.requires).toEqual([
    'pageOfPages',
    'registrationNumber',
    'copyNumber',
  ]);
});
