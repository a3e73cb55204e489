import { Alert, Button } from '@backstage/ui';
import { errorText } from './errorText';

/** @public */
export interface ErrorStateProps {
  /** What failed to load: `the score`. */
  what: string;
  error: Error;
  onRetry?(): void;
  /** True where the last good value is still shown below. */
  keepsLast?: boolean;
}

/** Something failed: says what, and offers another try. @public */
export const ErrorState = ({
  what,
  error,
  onRetry,
  keepsLast = false,
}: ErrorStateProps) => (
  <div role="alert">
    <Alert
      status={keepsLast ? 'warning' : 'danger'}
      icon
      title={
        keepsLast
          ? `Could not refresh ${what}: what is shown is from before`
          : `Could not load ${what}`
      }
      description={errorText(error)}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    />
  </div>
);
