import type { Condition } from '../conditions.ts';
import { childrenOf, type StructElement, type Structure } from '../read-structure.ts';
import type { Reporter } from '../report.ts';

/** What an element may hold and where it may stand; `content`: whether text may stand in it directly. */
interface Rule {
  condition: Condition;
  kids?: string[];
  parents?: string[];
  content: boolean;
}

/** ISO 32000-1, tables 333, 336, 337 and 338. */
const RULES: Record<string, Rule> = {
  Table: { condition: '09-004', kids: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], content: false },
  THead: { condition: '09-004', kids: ['TR'], parents: ['Table'], content: false },
  TBody: { condition: '09-004', kids: ['TR'], parents: ['Table'], content: false },
  TFoot: { condition: '09-004', kids: ['TR'], parents: ['Table'], content: false },
  TR: {
    condition: '09-004',
    kids: ['TH', 'TD'],
    parents: ['Table', 'THead', 'TBody', 'TFoot'],
    content: false,
  },
  TH: { condition: '09-004', parents: ['TR'], content: true },
  TD: { condition: '09-004', parents: ['TR'], content: true },
  L: { condition: '09-005', kids: ['LI', 'L', 'Caption'], content: false },
  LI: { condition: '09-005', kids: ['Lbl', 'LBody'], parents: ['L'], content: false },
  LBody: { condition: '09-005', parents: ['LI'], content: true },
  TOC: { condition: '09-006', kids: ['TOC', 'TOCI', 'Caption'], content: false },
  TOCI: {
    condition: '09-006',
    kids: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
    parents: ['TOC'],
    content: false,
  },
  Ruby: { condition: '09-007', kids: ['RB', 'RT', 'RP'], content: false },
  RB: { condition: '09-007', parents: ['Ruby'], content: true },
  RT: { condition: '09-007', parents: ['Ruby'], content: true },
  RP: { condition: '09-007', parents: ['Ruby'], content: true },
  Warichu: { condition: '09-008', kids: ['WT', 'WP'], content: false },
  WT: { condition: '09-008', parents: ['Warichu'], content: true },
  WP: { condition: '09-008', parents: ['Warichu'], content: true },
};

/** Checks that tables, lists, contents, ruby and warichu are nested as the standard has them (Matterhorn 09). */
export function checkNesting({ all }: Structure, report: Reporter): void {
  for (const element of all) {
    const rule = RULES[element.role];
    if (!rule) continue;
    checkRule(element, rule, report);
    if (element.role === 'Table') checkTableOrder(element, report);
    if (element.role === 'L' || element.role === 'TOC')
      checkCaption(element, rule.condition, ['first'], report);
  }
}

function checkRule(
  element: StructElement,
  { condition, kids, parents, content }: Rule,
  report: Reporter,
): void {
  const { role, place, parent } = element;
  if (parents && !parents.includes(parent?.role ?? ''))
    report(condition, place, `${role} in ${parent?.role ?? 'the root'}`);
  for (const kid of element.kids) {
    if (kid.kind !== 'element') {
      if (!content) report(condition, place, `content directly in ${role}`);
    } else if (kids && !kids.includes(kid.element.role))
      report(condition, kid.element.place, `${kid.element.role} in ${role}`);
  }
}

function checkTableOrder(table: StructElement, report: Reporter): void {
  const roles = childrenOf(table).map(each => each.role);
  const count = (role: string) => roles.filter(each => each === role).length;
  for (const role of ['THead', 'TFoot'])
    if (count(role) > 1) report('09-004', table.place, `more than one ${role}`);
  if (count('THead') + count('TFoot') > 0 && !count('TBody'))
    report('09-004', table.place, 'THead or TFoot without TBody');
  checkCaption(table, '09-004', ['first', 'last'], report);
}

function checkCaption(
  element: StructElement,
  condition: Condition,
  places: ('first' | 'last')[],
  report: Reporter,
): void {
  const roles = childrenOf(element).map(each => each.role);
  roles.forEach((role, i) => {
    if (role !== 'Caption') return;
    const right =
      (i === 0 && places.includes('first')) || (i === roles.length - 1 && places.includes('last'));
    if (!right || roles.indexOf('Caption') !== i) report(condition, element.place, `Caption as kid ${i + 1}`);
  });
}
