import { findLevel } from '../../../../shared/model/compare-markings.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import styles from './details-panel.module.css';
import { useDetails } from './use-details.ts';

/** The dossier's marking: the ministry's scheme, and one of its levels. */
export function MarkingFields() {
  const { t, language, locale } = useMessages();
  const { dossier, schemes, levels } = useDossierWork();
  const { change } = useDetails();
  const level = findLevel(schemes, dossier.marking);
  const lowest = (id: string) => {
    const scheme = schemes.find(candidate => candidate.id === id);
    return scheme?.levels.toSorted((a, b) => a.rank - b.rank)[0]?.id;
  };
  const chooseScheme = (id: string) => {
    const first = lowest(id);
    change({ marking: first ? { scheme: id, level: first } : null });
  };
  const required = level?.requires.map(item => t(`dossier.requires.${item}`)) ?? [];
  return (
    <>
      <Select
        label={t('dossier.details.scheme')}
        options={[
          { id: 'none', label: t('dossier.details.noScheme') },
          ...schemes.map(scheme => ({ id: scheme.id, label: scheme.name[language] })),
        ]}
        value={dossier.marking?.scheme ?? 'none'}
        onChange={chooseScheme}
      />
      {dossier.marking && levels.length > 0 && (
        <Select
          label={t('dossier.details.level.marking')}
          options={levels.map(option => ({ id: option.id, label: option.label[language] }))}
          value={dossier.marking.level}
          onChange={id => change({ marking: { scheme: dossier.marking?.scheme ?? '', level: id } })}
        />
      )}
      {required.length > 0 && (
        <p className={styles.note}>
          {t('dossier.details.requires', { list: new Intl.ListFormat(locale).format(required) })}
        </p>
      )}
      <p className={styles.note}>{t('dossier.details.markingHelp')}</p>
    </>
  );
}
