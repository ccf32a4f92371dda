import { Ellipsis, FolderOpen, Trash2 } from 'lucide-react';
import { findLevel } from '../../../../shared/model/compare-markings.ts';
import type { DossierSummary } from '../../../../shared/model/dossier.ts';
import { useCall } from '../../../api.ts';
import { formatMoment } from '../../../app/format.ts';
import { useMessages } from '../../../app/i18n.tsx';
import { useKeptState } from '../../../app/kept-state.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import { MarkingPill } from '../marking-pill.tsx';
import { writeDate } from '../state/edtf-date.ts';
import styles from './list.module.css';

interface DossierTableProps {
  dossiers: readonly DossierSummary[];
  onOpen: (dossier: DossierSummary) => void;
  onTrash: (dossier: DossierSummary) => void;
}

/** Dossiers in rows, the latest changed first. */
export function DossierTable({ dossiers, onOpen, onTrash }: DossierTableProps) {
  const { t } = useMessages();
  const [latest, setLatest] = useKeptState('dossiers.opened', '');
  const open = (dossier: DossierSummary) => {
    setLatest(dossier.id);
    onOpen(dossier);
  };
  const sorted = dossiers.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('dossier.list.column.title')}</th>
            <th>{t('dossier.list.column.counterpart')}</th>
            <th>{t('dossier.list.column.date')}</th>
            <th>{t('dossier.list.column.marking')}</th>
            <th className={styles.number}>{t('dossier.list.column.quotes')}</th>
            <th>{t('dossier.list.column.updated')}</th>
            <th>
              <span className="visuallyHidden">{t('dossier.list.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(dossier => (
            <tr key={dossier.id} className={styles.row}>
              <DossierCells
                dossier={dossier}
                isLatest={dossier.id === latest}
                onOpen={open}
                onTrash={onTrash}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DossierCellsProps = Omit<DossierTableProps, 'dossiers'> & {
  dossier: DossierSummary;
  /** Whether it is the one opened last, to which the keyboard comes back. */
  isLatest: boolean;
};

function DossierCells({ dossier, isLatest, onOpen, onTrash }: DossierCellsProps) {
  const { t, locale } = useMessages();
  const schemes = useCall('markings.list', {});
  const { meeting } = dossier;
  const subtitle = [
    dossier.subtitle || meeting.mechanism,
    t('dossier.list.parts', { count: dossier.sectionCount }),
  ];
  return (
    <>
      <th scope="row" className={styles.name}>
        <button
          type="button"
          data-arrival={isLatest || undefined}
          className={styles.open}
          onClick={() => onOpen(dossier)}
        >
          {dossier.title}
        </button>
        <span className={styles.subtitle}>{subtitle.filter(Boolean).join(' · ')}</span>
      </th>
      <td>{meeting.counterpart || t('dossier.list.noCounterpart')}</td>
      <td>{writeDate(meeting.date, locale) || t('dossier.list.noDate')}</td>
      <td>
        <MarkingPill level={findLevel(schemes.data?.items ?? [], dossier.marking)} />
      </td>
      <td className={styles.number}>{dossier.quoteCount}</td>
      <td className={styles.moment}>{formatMoment(dossier.updatedAt, locale)}</td>
      <td className={styles.actions}>
        <Menu
          label={t('dossier.list.actions', { title: dossier.title })}
          items={[
            {
              id: 'open',
              label: t('dossier.list.open', { title: dossier.title }),
              icon: FolderOpen,
              run: () => onOpen(dossier),
            },
            null,
            {
              id: 'trash',
              label: t('dossier.list.trash'),
              icon: Trash2,
              isDanger: true,
              run: () => onTrash(dossier),
            },
          ]}
        >
          <IconButton label={t('dossier.list.actions', { title: dossier.title })} icon={Ellipsis} />
        </Menu>
      </td>
    </>
  );
}
