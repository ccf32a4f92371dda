import type { Marking } from '../../shared/model/common.ts';
import { useCall } from '../api.ts';
import { useMessages } from '../app/i18n.tsx';
import { Select } from './select.tsx';

const UNMARKED = 'none';

/** See {@link MarkingSelect}. */
export interface MarkingSelectProps {
  label: string;
  value: Marking;
  onChange(marking: Marking): void;
  className?: string;
}

/** The choice of a marking among all schemes' levels, or none. */
export function MarkingSelect({ label, value, onChange, className }: MarkingSelectProps) {
  const { t, language } = useMessages();
  const schemes = useCall('markings.list', {}).data?.items ?? [];
  const levels = schemes.flatMap(scheme =>
    scheme.levels.map(level => ({
      id: `${scheme.id} ${level.id}`,
      label: `${scheme.name[language]} · ${level.label[language]}`,
      marking: { scheme: scheme.id, level: level.id },
    })),
  );
  return (
    <Select
      label={label}
      className={className}
      value={value ? `${value.scheme} ${value.level}` : UNMARKED}
      onChange={id => onChange(levels.find(level => level.id === id)?.marking ?? null)}
      options={[{ id: UNMARKED, label: t('app.unmarked') }, ...levels]}
    />
  );
}
