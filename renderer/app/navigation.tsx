import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Place } from '../../shared/model/excerpt.ts';
import { findLostPlace, forgetLostPlace, notePlace } from './lost-place.ts';

/** Where the window is. */
export type Route =
  | { screen: 'welcome' }
  | { screen: 'sources' }
  | { screen: 'source'; sourceId: string; place?: Place; excerptId?: string }
  | { screen: 'excerpts' }
  | { screen: 'search'; text?: string }
  | { screen: 'dossiers' }
  | { screen: 'dossier'; dossierId: string; sectionId?: string; excerptId?: string }
  | { screen: 'settings' }
  | { screen: 'trash' };

/** Moving about the window. */
export interface Navigation {
  route: Route;
  /** Goes to a route; `replace` leaves no way back to the present one. */
  navigate(route: Route, options?: { replace?: boolean }): void;
  back(): void;
  canGoBack: boolean;
}

const NavigationContext = createContext<Navigation | null>(null);

/** Longest way back that is remembered. */
const HISTORY_LENGTH = 100;

/** See {@link NavigationProvider}. */
export interface NavigationProviderProps {
  children: ReactNode;
  /** Where the library lies that is moved about in. */
  library: string;
  start: Route;
}

/** Holds the route and the way back; begins where the window was when the core ended with this library open. */
export function NavigationProvider({ children, library, start }: NavigationProviderProps) {
  const [history, setHistory] = useState<readonly Route[]>(() => findLostPlace(library) ?? [start]);
  useEffect(() => notePlace(library, history), [library, history]);
  useEffect(forgetLostPlace, []);
  const navigate = useCallback((route: Route, options: { replace?: boolean } = {}) => {
    setHistory(past => [...(options.replace ? past.slice(0, -1) : past), route].slice(-HISTORY_LENGTH));
  }, []);
  const back = useCallback(() => {
    setHistory(past => (past.length > 1 ? past.slice(0, -1) : past));
  }, []);
  const navigation = useMemo<Navigation>(
    () => ({ route: history.at(-1) ?? start, navigate, back, canGoBack: history.length > 1 }),
    [history, start, navigate, back],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

/** Where the window is and how to move. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside NavigationProvider');
  return navigation;
}
