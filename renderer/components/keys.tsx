import { useMessages } from '../app/i18n.tsx';
import { isMac } from '../app/platform.ts';
import { writeShortcut } from '../app/shortcuts.ts';

/** A shortcut as the user's keyboard writes it. */
export function Keys({ shortcut, className }: { shortcut: string; className?: string | undefined }) {
  const { t } = useMessages();
  return <kbd className={className}>{writeShortcut(shortcut, isMac, t)}</kbd>;
}
