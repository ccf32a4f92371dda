import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components';
import fieldStyles from '../../../../components/field.module.css';

interface NumberFieldProps {
  label: string;
  value: number;
  least?: number;
  most: number;
  step?: number;
  /** As a share in hundredths («50 %»). */
  isPercent?: boolean;
  autoFocus?: boolean;
  onChange: (value: number) => void;
}

/** A number with its label; arrows change it. */
export function NumberField({
  label,
  value,
  least = 1,
  most,
  step = 1,
  isPercent,
  autoFocus = false,
  onChange,
}: NumberFieldProps) {
  const scale = isPercent ? 100 : 1;
  return (
    <AriaNumberField
      autoFocus={autoFocus}
      className={fieldStyles.field ?? ''}
      minValue={least / scale}
      maxValue={most / scale}
      step={step / scale}
      {...(isPercent ? { formatOptions: { style: 'percent' } } : {})}
      value={value / scale}
      onChange={next => onChange(Number.isFinite(next) ? Math.round(next * scale) : least)}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Input className={fieldStyles.input ?? ''} />
    </AriaNumberField>
  );
}
