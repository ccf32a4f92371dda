import { lazy, Suspense } from 'react';
import { ExcerptsScreen } from '../features/excerpts/excerpts-screen.tsx';
import { SourcesScreen } from '../features/library/sources-screen.tsx';
import { TrashScreen } from '../features/library/trash-screen.tsx';
import { SearchScreen } from '../features/search/search-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { type Route, useNavigation } from './navigation.tsx';

const ReaderScreen = lazy(async () => ({
  default: (await import('../features/reader/reader-screen.tsx')).ReaderScreen,
}));
const DossierScreen = lazy(async () => ({
  default: (await import('../features/dossier/dossier-screen.tsx')).DossierScreen,
}));
const DossierListScreen = lazy(async () => ({
  default: (await import('../features/dossier/dossier-list-screen.tsx')).DossierListScreen,
}));

/** The screen of the present route; a fault in it leaves the rest of the window standing. */
export function Screen() {
  const { route } = useNavigation();
  return (
    <ErrorBoundary key={keyOf(route)}>
      <Suspense fallback={null}>
        <Chosen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Tells screens apart: routes of the same key are places within one screen. */
export function keyOf(route: Route): string {
  if (route.screen === 'source') return `source ${route.sourceId}`;
  if (route.screen === 'dossier') return `dossier ${route.dossierId}`;
  return route.screen;
}

function Chosen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'source':
      return <ReaderScreen sourceId={route.sourceId} place={route.place} excerptId={route.excerptId} />;
    case 'excerpts':
      return <ExcerptsScreen />;
    case 'search':
      return <SearchScreen text={route.text ?? ''} />;
    case 'dossiers':
      return <DossierListScreen />;
    case 'dossier':
      return (
        <DossierScreen dossierId={route.dossierId} sectionId={route.sectionId} excerptId={route.excerptId} />
      );
    case 'settings':
      return <SettingsScreen />;
    case 'trash':
      return <TrashScreen />;
    default:
      return <SourcesScreen />;
  }
}
