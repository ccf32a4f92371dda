import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { useMessages } from '../../app/i18n.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import fieldStyles from '../../components/search-field.module.css';
import styles from './search-input.module.css';

interface Props {
  inputRef: Ref<HTMLInputElement>;
  text: string;
  onText(text: string): void;
  listId: string;
  activeId: string | undefined;
  isOpen: boolean;
  onKeyDown(event: KeyboardEvent): void;
  onFocus?: () => void;
  hint?: string;
  isLarge?: boolean;
}

/** The field of the search: a combobox that moves through its results (WAI-ARIA). */
export function SearchInput(props: Props) {
  const { inputRef, text, onText, listId, activeId, isOpen, onKeyDown, onFocus, hint, isLarge } = props;
  const { t } = useMessages();
  return (
    <div className={fieldStyles.field}>
      <Search aria-hidden className={fieldStyles.icon} />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={t('library.search.everywhere')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? activeId : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        placeholder={t('library.search.placeholder')}
        className={joinClasses(fieldStyles.input, styles.input, isLarge && styles.large)}
        value={text}
        onChange={event => onText(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      />
      {!text && hint && (
        <kbd aria-hidden className={fieldStyles.hint}>
          {hint}
        </kbd>
      )}
      {text && (
        <button
          type="button"
          className={fieldStyles.clear}
          aria-label={t('library.search.clear')}
          onClick={() => onText('')}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  );
}
