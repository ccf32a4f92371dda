import {
  FileText,
  Folders,
  LockKeyhole,
  type LucideIcon,
  Quote,
  Search,
  Settings,
  Trash2,
} from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { LibraryInfo } from '../../shared/contract/library-calls.ts';
import tooltipStyles from '../components/icon-button.module.css';
import { Keys } from '../components/keys.tsx';
import { AddToDossier } from '../features/excerpts/add-to-dossier.tsx';
import { EXCERPT_DRAG_TYPE } from '../features/excerpts/drag-excerpt.ts';
import { useMessages } from './i18n.tsx';
import { type Route, useNavigation } from './navigation.tsx';
import { places } from './places.ts';
import styles from './rail.module.css';

/** The way about the library: its name, its rooms, trash and settings. */
export function Rail({ library }: { library: LibraryInfo }) {
  const { t } = useMessages();
  const [dropped, setDropped] = useState<string | null>(null);
  const { counts } = library;
  return (
    <nav className={styles.rail} aria-label={t('app.rail')}>
      <header className={styles.library}>
        <span className={styles.name}>{library.name}</span>
        {library.encrypted && (
          <span className={styles.lock}>
            <LockKeyhole aria-hidden />
            {t('app.encrypted')}
          </span>
        )}
      </header>
      <ul className={styles.places}>
        <Place
          icon={FileText}
          label={t('app.go.sources')}
          count={counts.sources}
          route={{ screen: 'sources' }}
          also="source"
        />
        <Place
          icon={Quote}
          label={t('app.go.excerpts')}
          count={counts.excerpts}
          route={{ screen: 'excerpts' }}
        />
        <Place
          icon={Folders}
          label={t('app.go.dossiers')}
          count={counts.dossiers}
          route={{ screen: 'dossiers' }}
          also="dossier"
          onDropExcerpt={setDropped}
        />
        <Place icon={Search} label={t('app.go.search')} route={{ screen: 'search' }} />
      </ul>
      <ul className={styles.foot}>
        <Place icon={Trash2} label={t('app.go.trash')} count={counts.trashed} route={{ screen: 'trash' }} />
        <Place icon={Settings} label={t('app.go.settings')} route={{ screen: 'settings' }} />
      </ul>
      {dropped && <AddToDossier excerptIds={[dropped]} onClose={() => setDropped(null)} />}
    </nav>
  );
}

interface PlaceProps {
  icon: LucideIcon;
  label: string;
  count?: number;
  route: Route;
  /** A further screen that belongs to this place. */
  also?: Route['screen'];
  onDropExcerpt?(id: string): void;
}

function Place({ icon: Icon, label, count = 0, route, also, onDropExcerpt }: PlaceProps) {
  const { locale } = useMessages();
  const { route: current, navigate } = useNavigation();
  const [over, setOver] = useState(false);
  const shortcut = places.find(place => place.route.screen === route.screen)?.shortcut;
  const isCurrent = current.screen === route.screen || current.screen === also;
  const accept = (event: DragEvent) => {
    if (!onDropExcerpt || !event.dataTransfer.types.includes(EXCERPT_DRAG_TYPE)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <li
      onDragOver={accept}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        const id = event.dataTransfer.getData(EXCERPT_DRAG_TYPE);
        if (id) onDropExcerpt?.(id);
      }}
    >
      <TooltipTrigger delay={700}>
        <Button
          className={styles.place ?? ''}
          aria-current={isCurrent ? 'page' : undefined}
          data-over={over || undefined}
          onPress={() => navigate(route)}
        >
          <Icon aria-hidden />
          <span className={styles.label}>{label}</span>
          {count > 0 && <span className={styles.count}>{new Intl.NumberFormat(locale).format(count)}</span>}
        </Button>
        <Tooltip placement="right" offset={6} className={tooltipStyles.tooltip ?? ''}>
          {label}
          {shortcut && <Keys shortcut={shortcut} className={tooltipStyles.keys} />}
        </Tooltip>
      </TooltipTrigger>
    </li>
  );
}
