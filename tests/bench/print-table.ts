import type { Machine } from './describe-machine.ts';
import type { Summary } from './measurement.ts';

const heads = ['', 'what', 'median', 'p95', 'unit', 'runs', 'target', ''];

/** Formats the figures as a table for a terminal, a blank line between the groups. */
export function formatTable(machine: Machine, summaries: readonly Summary[]): string {
  const rows = [heads, ...summaries.map(formatRow)];
  const widths = heads.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map((row, i) => {
    const line = row.map((text, column) => pad(text, widths[column] ?? 0, column)).join('  ');
    return i > 1 && row[0] !== rows[i - 1]?.[0] ? `\n${line.trimEnd()}` : line.trimEnd();
  });
  return [describe(machine), '', ...lines].join('\n');
}

function describe({ cpu, cores, memoryGb, system, node, commit, load, at }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}, commit ${commit}, load ${load}, ${at}`;
}

function formatRow(row: Summary): string[] {
  if (row.median === null || row.p95 === null) {
    return [row.group, row.name, 'not on this machine', '', '', '', '', ''];
  }
  const verdict = row.met === null ? '' : row.met ? 'met' : 'MISSED';
  const why = [verdict, row.target?.because, row.note].filter(Boolean).join(' · ');
  return [
    row.group,
    row.name,
    formatNumber(row.median),
    formatNumber(row.p95),
    row.unit,
    String(row.runs),
    row.target
      ? `${row.target.on} ${row.better === 'lower' ? '≤' : '≥'} ${formatNumber(row.target.limit)}`
      : '',
    why,
  ];
}

function formatNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

/** Figures stand to the right, words to the left. */
function pad(text: string, width: number, column: number): string {
  return column === 2 || column === 3 || column === 5 ? text.padStart(width) : text.padEnd(width);
}
