import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { call, reportFailure, useCall } from '../api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import type { FilePurpose } from './choose-file.tsx';
import styles from './file-browser.module.css';
import { FileBrowserList } from './file-browser-list.tsx';
import { describeFailure, useMessages } from './i18n.tsx';

/** What the browser is asked for. */
export type BrowseRequest =
  | { kind: 'open'; purpose: FilePurpose; multiple: boolean }
  | { kind: 'save'; purpose: FilePurpose; suggestedName: string };

interface Props {
  request: BrowseRequest;
  /** The chosen files, or null when the user cancels. */
  onAnswer(files: GrantedFile[] | null): void;
}

/** The window's own file dialog, for shells without the system's. */
export function FileBrowser({ request, onAnswer }: Props) {
  const { t } = useMessages();
  const [folder, setFolder] = useState<string | null>(null);
  const [chosen, setChosen] = useState<GrantedFile[]>([]);
  const [name, setName] = useState(request.kind === 'save' ? request.suggestedName : '');
  const [overwrite, setOverwrite] = useState<GrantedFile | null>(null);
  const listing = useCall('shell.browse', { folder, purpose: request.purpose }, { staleTime: 0, gcTime: 0 });
  const isSave = request.kind === 'save';
  const nameField = useRef<HTMLInputElement>(null);

  function go(to: string): void {
    setChosen([]);
    setFolder(to);
  }

  async function save(): Promise<void> {
    if (!listing.data) return;
    try {
      const { file, exists } = await call('shell.saveIn', { folder: listing.data.folder, name: name.trim() });
      if (exists) setOverwrite(file);
      else onAnswer([file]);
    } catch (error) {
      reportFailure(error);
    }
  }

  const isFolder = request.purpose === 'folder';
  const here = listing.data && { file: listing.data.folder, name: listing.data.location, size: 0 };
  const canConfirm = isFolder
    ? listing.data?.writable === true
    : isSave
      ? Boolean(name.trim()) && listing.data?.writable === true
      : chosen.length > 0;
  const confirm = () => {
    if (isFolder) onAnswer(here ? [here] : null);
    else if (isSave) void save();
    else onAnswer(chosen);
  };
  return (
    <Dialog
      title={t(isFolder ? 'app.files.folderTitle' : isSave ? 'app.files.saveTitle' : 'app.files.openTitle')}
      isOpen
      isStrict
      size="large"
      onClose={() => onAnswer(null)}
      actions={
        <>
          <Button onPress={() => onAnswer(null)}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={!canConfirm} onPress={confirm}>
            {isFolder
              ? t('app.files.saveHere')
              : isSave
                ? t('app.files.save')
                : t('app.files.open', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {listing.error && <p role="alert">{describeFailure(listing.error, t)}</p>}
      {listing.data && (
        <FileBrowserList
          listing={listing.data}
          multiple={request.kind === 'open' && request.multiple}
          canChoose={!isSave && !isFolder}
          onFolder={go}
          onChoose={setChosen}
          onOpen={file => (isSave ? setName(file.name) : onAnswer([file]))}
        />
      )}
      {isFolder && listing.data?.writable === false && <p role="alert">{t('app.files.readOnlyFolder')}</p>}
      {isSave && <FocusAtFirst field={nameField} />}
      {isSave && (
        <TextField
          label={t('app.files.name')}
          value={name}
          onChange={setName}
          inputRef={nameField}
          errorMessage={listing.data?.writable === false ? t('app.files.readOnlyFolder') : ''}
          onKeyDown={event => {
            if (event.key === 'Enter' && canConfirm) confirm();
          }}
        />
      )}
      {overwrite && (
        <ConfirmOverwrite
          name={overwrite.name}
          onKeep={() => setOverwrite(null)}
          onReplace={() => onAnswer([overwrite])}
        />
      )}
    </Dialog>
  );
}

/** Takes the focus before the dialog does: `autoFocus` comes too late when Enter opened the dialog. */
function FocusAtFirst({ field }: { field: RefObject<HTMLInputElement | null> }) {
  useEffect(() => {
    field.current?.focus();
  }, [field]);
  return null;
}

function ConfirmOverwrite(props: { name: string; onKeep(): void; onReplace(): void }) {
  const { t } = useMessages();
  return (
    <Dialog
      title={t('app.files.overwriteTitle')}
      role="alertdialog"
      size="small"
      isOpen
      isStrict
      onClose={props.onKeep}
      actions={
        <>
          <Button onPress={props.onKeep}>{t('app.cancel')}</Button>
          <Button variant="danger" onPress={props.onReplace}>
            {t('app.files.overwrite')}
          </Button>
        </>
      }
    >
      <p className={styles.sentence}>{t('app.files.overwriteText', { file: props.name })}</p>
    </Dialog>
  );
}
