import { ReactNode } from 'react';
import { Load } from '../../hooks/useLoad';
import { Denied } from './Denied';
import { ErrorState } from './ErrorState';
import { isDenied } from './isDenied';
import { Loading } from './Loading';

/** @public */
export interface LoadViewProps<T> {
  load: Load<T>;
  /** What it is: `the score`. */
  what: string;
  /** Lines of the skeleton. */
  lines?: number;
  children(value: T): ReactNode;
}

/** Shows what was loaded, or why it cannot: loading, denied, failed; the last good value stays below a failed refresh. @public */
export function LoadView<T>({ load, what, lines, children }: LoadViewProps<T>) {
  const { value, error, retry } = load;
  if (error && isDenied(error)) return <Denied what={what} />;
  if (value === undefined) {
    return error ? (
      <ErrorState what={what} error={error} onRetry={retry} />
    ) : (
      <Loading what={what} lines={lines} />
    );
  }
  return (
    <>
      {error && (
        <ErrorState what={what} error={error} onRetry={retry} keepsLast />
      )}
      {children(value)}
    </>
  );
}
