import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Values of the address by parameter; absent and empty parameters are undefined. @public */
export interface UrlState<TKey extends string> {
  values: Partial<Record<TKey, string>>;
  /**
   * Sets what is given, removes what is undefined or empty, leaves every other parameter as it is. Adds an entry to the browser's
   * history, unless `replace` is set.
   */
  update(
    changes: Partial<Record<TKey, string | undefined>>,
    options?: { replace?: boolean },
  ): void;
}

/**
 * State of a screen in its address, so that it can be linked to and the browser's back button undoes it.
 *
 * @public
 */
export function useUrlState<const TKey extends string>(
  keys: readonly TKey[],
): UrlState<TKey> {
  const [params, setParams] = useSearchParams();
  // The keys are as good as constant; joined, a literal in the call does not make new values at each render.
  const joined = keys.join(' ');

  const values = useMemo(() => {
    const found: Partial<Record<TKey, string>> = {};
    for (const key of joined.split(' ') as TKey[]) {
      const value = params.get(key);
      if (value) found[key] = value;
    }
    return found;
  }, [joined, params]);

  const update = useCallback<UrlState<TKey>['update']>(
    (changes, options = {}) => {
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value as string);
            else next.delete(key);
          }
          return next;
        },
        { replace: options.replace },
      );
    },
    [setParams],
  );

  return { values, update };
}
