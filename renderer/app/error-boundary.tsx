import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useMessages } from './i18n.tsx';

interface Props {
  children: ReactNode;
}

/** Keeps a fault of one screen from taking the window with it, and offers to try again. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ScreenFailed onRetry={() => this.setState({ failed: false })} />;
  }
}

function ScreenFailed({ onRetry }: { onRetry(): void }) {
  const { t } = useMessages();
  return (
    <div role="alert" style={{ height: '100%' }}>
      <EmptyState
        icon={CircleAlert}
        title={t('app.screenFailedTitle')}
        text={t('app.screenFailedText')}
        action={
          <Button variant="primary" onPress={onRetry}>
            {t('app.retry')}
          </Button>
        }
      />
    </div>
  );
}
