import { useEffect, useState } from 'react';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useMessages } from '../../app/i18n.tsx';
import styles from './settings-screen.module.css';

/** The size of the window's text, 80 to 200 per cent; taken when the handle is let go. */
export function TextScaleSlider({ value, onChange }: { value: number; onChange(scale: number): void }) {
  const { t } = useMessages();
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  return (
    <Slider
      aria-label={t('library.settings.textSize')}
      minValue={80}
      maxValue={200}
      step={5}
      value={shown}
      onChange={setShown}
      onChangeEnd={onChange}
      className={styles.slider ?? ''}
    >
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
      <SliderOutput className={styles.output ?? ''}>
        {t('library.settings.percent', { value: shown })}
      </SliderOutput>
    </Slider>
  );
}
