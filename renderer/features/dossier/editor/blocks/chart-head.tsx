import type { Chart } from '../../../../../shared/model/chart.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import { useAskDialog } from '../dialogs/open-dialog.ts';
import type { DrawnNode } from '../node-view-store.ts';
import { BlockBar, MissingAlt } from './block-bar.tsx';
import styles from './blocks.module.css';
import { ChartSketch } from './chart-sketch.tsx';

/** A chart in the text, above its caption. */
export function ChartHead({ drawn }: { drawn: DrawnNode }) {
  const { t } = useMessages();
  const ask = useAskDialog();
  const { chart, alt, width } = drawn.node.attrs as { chart: Chart; alt: string; width: number };
  const change = () => {
    const position = drawn.getPosition();
    if (position !== undefined) ask({ kind: 'chart', position });
  };
  return (
    <>
      <div className={styles.sketch} style={{ width: `${width}%` }}>
        <ChartSketch chart={chart} label={alt || t('editor.chart.unnamed')} />
      </div>
      {!alt && <MissingAlt onPress={change} />}
      <BlockBar name={t('editor.chart')} drawn={drawn} onChange={change} />
    </>
  );
}
