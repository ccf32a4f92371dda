import { useMessages } from '../../app/i18n.tsx';
import { useSettings } from '../../app/settings.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Select } from '../../components/select.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { ProgramFacts } from './program-facts.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-screen.module.css';
import { TextScaleSlider } from './text-scale-slider.tsx';

/** How the window looks and speaks, the care of the library, and what program this is. */
export function SettingsScreen() {
  const { t } = useMessages();
  return (
    <div className={styles.screen}>
      <ScreenTitle title={t('library.settings.title')} />
      <div className={styles.body}>
        <Appearance />
        <LibrarySettings />
        <ProgramFacts />
      </div>
    </div>
  );
}

function Appearance() {
  const { t } = useMessages();
  const { settings, update } = useSettings();
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{t('library.settings.appearance')}</h2>
      <SettingRow title={t('library.settings.language')} text={t('library.settings.languageText')}>
        <Select
          label={t('library.settings.language')}
          isLabelHidden
          value={settings.language}
          onChange={language => update({ language })}
          options={[
            { id: 'es', label: 'Español' },
            { id: 'en', label: 'English' },
          ]}
        />
      </SettingRow>
      <SettingRow title={t('library.settings.theme')} text={t('library.settings.themeText')}>
        <Select
          label={t('library.settings.theme')}
          isLabelHidden
          value={settings.theme}
          onChange={theme => update({ theme })}
          options={[
            { id: 'system', label: t('library.settings.themeSystem') },
            { id: 'light', label: t('library.settings.themeLight') },
            { id: 'dark', label: t('library.settings.themeDark') },
          ]}
        />
      </SettingRow>
      <SettingRow title={t('library.settings.textSize')} text={t('library.settings.textSizeText')}>
        <TextScaleSlider value={settings.textScale} onChange={textScale => update({ textScale })} />
      </SettingRow>
    </section>
  );
}
