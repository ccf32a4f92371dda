import type { Chart } from '../../../../../shared/model/chart.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import styles from './chart-sketch.module.css';
import { sketchChart, sketchSize } from './sketch-chart.ts';

/** A quick picture of a chart; `label` is read out in its place. */
export function ChartSketch({ chart, label }: { chart: Chart; label: string }) {
  const { locale } = useMessages();
  const { shapes, categories, zero, ticks } = sketchChart(chart);
  const { width, height, left, bottom } = sketchSize;
  const isHuge = ticks.some(tick => Math.abs(tick.value) >= 1e6);
  const notation = isHuge ? 'compact' : 'standard';
  const number = new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 2 });
  // Every nth category has its name when there are many.
  const every = Math.ceil(categories.length / 8);
  const longest = Math.max(4, Math.floor(56 / Math.max(1, categories.length / every)));
  const names = chart.kind === 'pie' ? chart.categories : chart.series.map(series => series.name);
  return (
    <figure className={styles.sketch}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {ticks.map(tick => (
          <g key={tick.value}>
            <line className={styles.grid} x1={left} x2={width} y1={tick.y} y2={tick.y} />
            <text className={styles.tick} x={left - 6} y={tick.y + 5} textAnchor="end">
              {number.format(tick.value)}
            </text>
          </g>
        ))}
        {shapes.map((shape, index) => {
          const look = `${styles[shape.kind]} ${styles[`series${shape.series % 8}`]}`;
          const key = `${shape.kind}-${index}`;
          if (shape.kind !== 'bar') return <path key={key} className={look} d={shape.path} />;
          const { x, y, width: wide, height: tall } = shape;
          return <rect key={key} className={look} x={x} y={y} width={wide} height={tall} />;
        })}
        {zero !== null && <line className={styles.axis} x1={left} x2={width} y1={zero} y2={zero} />}
        {categories.map((x, index) =>
          index % every === 0 ? (
            <text key={x} className={styles.tick} x={x} y={height - bottom + 18} textAnchor="middle">
              {shorten(chart.categories[index] ?? '', longest)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption className={styles.legend}>
        {chart.unit && <span className={styles.unit}>{chart.unit}</span>}
        {(names.length > 1 || chart.kind === 'pie') &&
          names.map((name, index) => (
            <span key={`${index} ${name}`} className={styles.name}>
              <span className={`${styles.key} ${styles[`series${index % 8}`]}`} aria-hidden />
              {name}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

function shorten(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
