import { Settings2, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../../app/i18n.tsx';
import { Button } from '../../../../components/button.tsx';
import { IconButton } from '../../../../components/icon-button.tsx';
import { useDossierWork } from '../../state/dossier-work.tsx';
import { removeBlockAt } from '../excerpt-commands.ts';
import type { DrawnNode } from '../node-view-store.ts';
import styles from './blocks.module.css';

interface BlockBarProps {
  /** What the block is, in words. */
  name: string;
  drawn: DrawnNode;
  onChange: () => void;
  children?: ReactNode;
}

/** What can be done with a block of the text: its properties, and taking it away. */
export function BlockBar({ name, drawn, onChange, children }: BlockBarProps) {
  const { t } = useMessages();
  const { editor } = useDossierWork();
  const remove = () => {
    const position = drawn.getPosition();
    if (position !== undefined) editor.run(removeBlockAt(position), 'part');
  };
  return (
    <span className={styles.bar}>
      {children}
      <IconButton
        label={t('editor.block.properties', { block: name })}
        icon={Settings2}
        shortcut="Alt+Enter"
        onPress={onChange}
      />
      <IconButton label={t('editor.block.remove', { block: name })} icon={X} onPress={remove} />
    </span>
  );
}

/** Says that nobody who cannot see it will know what a picture shows, and leads to where it is said. */
export function MissingAlt({ onPress }: { onPress: () => void }) {
  const { t } = useMessages();
  return (
    <Button variant="quiet" icon={TriangleAlert} className={styles.noAlt ?? ''} onPress={onPress}>
      {t('editor.figure.addAlt')}
    </Button>
  );
}
