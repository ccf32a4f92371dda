import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Keys } from '../components/keys.tsx';
import styles from './command-palette.module.css';
import { type Command, useAllCommands, useCommands } from './commands.tsx';
import { foldText } from './fold-text.ts';
import { heldShortcuts } from './held-shortcuts.ts';
import { useMessages } from './i18n.tsx';
import { onOpenPalette } from './palette-signal.ts';

/** Every command by name (Ctrl+K). */
export function CommandPalette() {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onOpenPalette(() => setOpen(true)), []);
  useCommands(
    [
      {
        id: 'app.palette',
        titleKey: 'app.palette',
        shortcut: 'Mod+K',
        run: () => setOpen(true),
        shortcutOnly: true,
      },
    ],
    'window',
  );
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('app.palette')} className={styles.dialog ?? ''}>
          <Palette onDone={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette({ onDone }: { onDone(): void }) {
  const { t } = useMessages();
  const all = useAllCommands();
  const commands = all.filter(command => command.enabled !== false && !command.shortcutOnly);

  function run(id: string): void {
    const command = commands.findLast(candidate => candidate.id === id);
    onDone();
    // The dialog gives the focus back first, so that the command may take it.
    if (command) setTimeout(() => command.run(), 0);
  }

  return (
    <Autocomplete filter={(text, typed) => foldText(text).includes(foldText(typed))}>
      <SearchField aria-label={t('app.palette')} autoFocus>
        <Input className={styles.input ?? ''} placeholder={t('app.palettePlaceholder')} />
      </SearchField>
      <ListBox
        aria-label={t('app.palette')}
        className={styles.list ?? ''}
        onAction={key => run(String(key))}
        renderEmptyState={() => <p className={styles.nothing}>{t('app.paletteEmpty')}</p>}
      >
        {uniqueById(commands).map(command => (
          <ListBoxItem
            key={command.id}
            id={command.id}
            textValue={t(command.titleKey, command.titleValues)}
            className={styles.item ?? ''}
          >
            <span>{t(command.titleKey, command.titleValues)}</span>
            {heldShortcuts(command, all)
              .slice(0, 1)
              .map(shortcut => (
                <Keys key={shortcut} shortcut={shortcut} />
              ))}
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

/** The last command of each id: a screen may stand in for the window's own. */
function uniqueById(commands: readonly Command[]): Command[] {
  return [...new Map(commands.map(command => [command.id, command])).values()];
}
