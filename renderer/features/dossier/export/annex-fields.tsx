import { useMemo } from 'react';
import type { ExportPreset } from '../../../../shared/model/output.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Select } from '../../../components/select.tsx';
import { useDossierWork } from '../state/dossier-work.tsx';
import { usePartReferences } from '../state/use-part-references.ts';
import styles from './export-form.module.css';

const ways = ['none', 'merged', 'attached'] as const;

/** Whether the originals that are quoted go with the outputs, and which of them. */
export function AnnexFields({
  preset,
  onChange,
}: {
  preset: ExportPreset;
  onChange: (preset: ExportPreset) => void;
}) {
  const { t } = useMessages();
  const sources = useQuotedSources();
  const all = sources.map(source => source.id);
  const chosen = preset.annexSourceIds ?? all;
  const toggle = (id: string, isOn: boolean) => {
    const ids = isOn ? [...chosen, id] : chosen.filter(each => each !== id);
    // All of them means those quoted later, too.
    const isAll = all.every(each => ids.includes(each));
    onChange({ ...preset, annexSourceIds: isAll ? null : ids });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('outputs.annexes')}</legend>
      <Select
        label={t('outputs.annexes.way')}
        options={ways.map(id => ({ id, label: t(`outputs.annexes.${id}`) }))}
        value={preset.annexes}
        onChange={annexes => onChange({ ...preset, annexes })}
      />
      <p className={styles.note}>{t(`outputs.annexes.${preset.annexes}.note`)}</p>
      {preset.annexes !== 'none' && sources.length === 0 && (
        <p className={styles.note}>{t('outputs.annexes.noQuotes')}</p>
      )}
      {preset.annexes !== 'none' && sources.length > 0 && (
        <ul className={styles.annexes} aria-label={t('outputs.annexes.originals')}>
          {sources.map(({ id, title }) => (
            <li key={id}>
              <Checkbox isSelected={chosen.includes(id)} onChange={isOn => toggle(id, isOn)}>
                {title}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

/** The sources of the excerpts that the printed parts quote, in the order of the pages. */
function useQuotedSources(): readonly { id: string; title: string }[] {
  const { dossier, quotes } = useDossierWork();
  const references = usePartReferences();
  return useMemo(() => {
    const found = new Map<string, string>();
    for (const { id, included } of dossier.sections) {
      if (!included) continue;
      for (const excerptId of references.get(id)?.excerptIds ?? []) {
        const excerpt = quotes.find(excerptId);
        if (excerpt && !excerpt.trashedAt) found.set(excerpt.sourceId, excerpt.sourceTitle);
      }
    }
    return [...found].map(([id, title]) => ({ id, title }));
  }, [dossier.sections, references, quotes]);
}
