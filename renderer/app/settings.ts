import { useEffect } from 'react';
import type { Settings } from '../../shared/model/settings.ts';
import { queryClient, useAction, useCall } from '../api.ts';

const key = ['settings.get', {}] as const;

/** What holds until the core has told this person's settings: the system's own. */
export const systemSettings: Settings = {
  language: navigator.language.toLowerCase().startsWith('en') ? 'en' : 'es',
  theme: 'system',
  textScale: 100,
};

/** This person's settings, and a way to change them that shows at once. */
export function useSettings(): {
  settings: Settings;
  isPending: boolean;
  update(changes: Partial<Settings>): void;
} {
  const answer = useCall('settings.get', {});
  const action = useAction('settings.update', {
    onSuccess: settings => queryClient.setQueryData(key, settings),
    onError: () => void queryClient.invalidateQueries({ queryKey: key }),
  });
  const settings = answer.data ?? systemSettings;
  return {
    settings,
    isPending: answer.isPending,
    update(changes) {
      queryClient.setQueryData(key, { ...settings, ...changes });
      action.mutate({ changes });
    },
  };
}

/** Puts theme and text size on the document, and follows the system's theme while that is asked for. */
export function useAppearance({ theme, textScale }: Settings): void {
  useEffect(() => {
    document.documentElement.style.fontSize = `${textScale}%`;
  }, [textScale]);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    paint();
    dark.addEventListener('change', paint);
    return () => dark.removeEventListener('change', paint);
  }, [theme]);
}
