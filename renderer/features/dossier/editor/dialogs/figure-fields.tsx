import { placements } from '../../../../../shared/document/page-nodes.ts';
import { useMessages } from '../../../../app/i18n.tsx';
import { Select } from '../../../../components/select.tsx';
import { TextArea } from '../../../../components/text-area.tsx';
import type { FigureProperties } from '../blocks/page-block-commands.ts';
import styles from '../editor-dialogs.module.css';
import { NumberField } from './number-field.tsx';

interface FigureFieldsProps {
  value: FigureProperties;
  onChange: (value: FigureProperties) => void;
  autoFocus?: boolean;
}

/** What figures and charts share: the alternative text, the width, and where they stand. */
export function FigureFields({ value, onChange, autoFocus = false }: FigureFieldsProps) {
  const { t } = useMessages();
  return (
    <>
      <TextArea
        autoFocus={autoFocus}
        label={t('editor.figure.alt')}
        description={t('editor.figure.altHelp')}
        maxLength={1000}
        rows={2}
        value={value.alt}
        onChange={alt => onChange({ ...value, alt })}
      />
      <div className={styles.pair}>
        <NumberField
          isPercent
          label={t('editor.figure.width')}
          least={20}
          most={100}
          step={5}
          value={value.width}
          onChange={width => onChange({ ...value, width })}
        />
        <Select
          label={t('editor.figure.placement')}
          options={placements.map(id => ({ id, label: t(`editor.figure.placement.${id}`) }))}
          value={value.placement}
          onChange={placement => onChange({ ...value, placement })}
        />
      </div>
    </>
  );
}

/** How a figure or chart of the text stands on the page. */
export function readFigureProperties(attrs: Readonly<Record<string, unknown>>): FigureProperties {
  const placement = placements.find(each => each === attrs.placement) ?? 'here';
  return { alt: String(attrs.alt), width: Number(attrs.width), placement };
}
