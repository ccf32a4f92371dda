import { type FormEvent, useState } from 'react';
import { localeOf } from '../../../../../shared/i18n/format-message.ts';
import { type Chart, chartKinds } from '../../../../../shared/model/chart.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { Select } from '../../../../components/select.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { ChartSketch } from '../blocks/chart-sketch.tsx';
import { chartOf, emptyTable, tableOf } from '../blocks/chart-table.ts';
import { changeBlockAt, type FigureProperties, insertChart } from '../blocks/page-block-commands.ts';
import styles from '../editor-dialogs.module.css';
import { ChartGrid } from './chart-grid.tsx';
import { FigureFields, readFigureProperties } from './figure-fields.tsx';
import { SubmitActions } from './submit-actions.tsx';

const noProperties: FigureProperties = { alt: '', width: 100, placement: 'here' };

/** Asks for a chart: its kind, its figures, what it says; `position` is the one to change, null for a new one. */
export function ChartDialog({ position, onClose }: { position: number | null; onClose: () => void }) {
  const { t } = useMessages();
  const { editor, dossier } = useDossierWork();
  // Figures are typed and pasted as the dossier writes them, whatever the window speaks.
  const locale = localeOf(dossier.language);
  const [start] = useState(() =>
    position === null ? null : editor.partView?.state.doc.nodeAt(position)?.attrs,
  );
  const stored = start?.chart as Chart | undefined;
  const [kind, setKind] = useState<Chart['kind']>(stored?.kind ?? 'bar');
  const [unit, setUnit] = useState(stored?.unit ?? '');
  const [table, setTable] = useState(() => (stored ? tableOf(stored, locale) : emptyTable()));
  const [caption, setCaption] = useState('');
  const [properties, setProperties] = useState(() => (start ? readFigureProperties(start) : noProperties));
  const [isTried, setTried] = useState(false);
  const chart = chartOf(table, kind, unit, locale);
  const isWhole = 'series' in chart;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole) return;
    onClose();
    requestAnimationFrame(() =>
      editor.run(
        position === null
          ? insertChart(chart, { ...properties, caption })
          : changeBlockAt(position, { chart, ...properties }),
        'part',
      ),
    );
  };
  const isWrong = !isWhole && (chart.kind === 'notANumber' || isTried);
  return (
    <Dialog
      title={t(position === null ? 'editor.chart.new' : 'editor.chart.change')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <SubmitActions
          form="dossier-chart"
          label={t(position === null ? 'dossier.toolbar.insert' : 'editor.apply')}
          onClose={onClose}
        />
      }
    >
      <form id="dossier-chart" className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.pair}>
          <Select
            label={t('editor.chart.kind')}
            options={chartKinds.map(id => ({ id, label: t(`editor.chart.kind.${id}`) }))}
            value={kind}
            onChange={id => setKind(id)}
          />
          <TextField
            label={t('editor.chart.unit')}
            placeholder={t('editor.chart.unitExample')}
            maxLength={200}
            value={unit}
            onChange={setUnit}
          />
        </div>
        <div className={styles.chart}>
          <ChartGrid table={table} wrong={isWrong ? chart : null} onChange={setTable} />
          <div className={styles.chartPicture}>
            {isWhole && <ChartSketch chart={chart} label={t('editor.chart.sketch')} />}
            {!isWhole && (
              <p className={styles.outcome} role={isWrong ? 'alert' : undefined}>
                {t(`editor.chart.${chart.kind}`, { cell: table[chart.row]?.[chart.column] ?? '' })}
              </p>
            )}
          </div>
        </div>
        {position === null && (
          <TextField
            label={t('editor.figure.caption')}
            description={t('editor.chart.captionHelp')}
            maxLength={1000}
            value={caption}
            onChange={setCaption}
          />
        )}
        <FigureFields value={properties} onChange={setProperties} />
      </form>
    </Dialog>
  );
}
