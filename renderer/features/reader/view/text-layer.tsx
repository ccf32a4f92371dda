import { memo } from 'react';
import type { Page } from '../../../../shared/model/page.ts';
import styles from './fixed-page.module.css';
import { measureText } from './measure-text.ts';

/** Size of the type that {@link measureText} measures with, in pixels. */
const MEASURED_SIZE = 100;

/**
 * A page's own text over its picture, transparent: each run a span in its box, stretched to its width, with the range of the
 * page's text it shows. Screen readers read it; selecting is computed from the same runs.
 */
export const TextLayer = memo(function TextLayer({ page, scale }: { page: Page; scale: number }) {
  if (page.layout.kind !== 'fixed') return null;
  let before = 0;
  return (
    <div className={styles.text}>
      {page.layout.runs.map(run => {
        const text = page.text.slice(run.start, run.end);
        const between = page.text.slice(before, run.start);
        before = run.end;
        const size = run.height * scale;
        const measured = (measureText(text) * size) / MEASURED_SIZE;
        const stretch = measured > 0 ? (run.width * scale) / measured : 1;
        return (
          <span key={run.start}>
            {between}
            <span
              className={styles.run}
              data-start={run.start}
              data-end={run.end}
              style={{
                left: run.x * scale,
                top: run.y * scale,
                fontSize: size,
                transform: `scaleX(${stretch.toFixed(4)})`,
              }}
            >
              {text}
            </span>
          </span>
        );
      })}
    </div>
  );
});
