import { useCallback, useEffect, useState } from 'react';

/** What came of loading, and how to try again. @public */
export interface Load<T> {
  /** The last good value; kept while it is refreshed and where the refresh failed. */
  value?: T;
  /** Of the last attempt. */
  error?: Error;
  loading: boolean;
  retry(): void;
}

interface State<T> {
  load: unknown;
  value?: T;
  error?: Error;
  loading: boolean;
}

/**
 * Runs `load` when it changes (memoise it) and on `retry`. Answers of an earlier `load` are dropped and its signal is aborted.
 *
 * A new `load` starts without a value, unless `keepPrevious` is set: lists set it, so that the old page stays until the new one is
 * there.
 *
 * @public
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: { keepPrevious?: boolean } = {},
): Load<T> {
  const { keepPrevious = false } = options;
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>({ load, loading: true });

  useEffect(() => {
    const controller = new AbortController();
    setState(last => ({
      load,
      value: keepPrevious || last.load === load ? last.value : undefined,
      loading: true,
    }));
    load(controller.signal).then(
      value => {
        if (controller.signal.aborted) return;
        setState({ load, value, loading: false });
      },
      error => {
        if (controller.signal.aborted) return;
        setState(last => ({ load, value: last.value, error, loading: false }));
      },
    );
    return () => controller.abort();
  }, [load, keepPrevious, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  // Between a new `load` and the effect that starts it, the state is still that of the old one.
  if (state.load !== load) {
    return {
      value: keepPrevious ? state.value : undefined,
      loading: true,
      retry,
    };
  }
  const { value, error, loading } = state;
  return { value, error, loading, retry };
}
