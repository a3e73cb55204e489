import { useCallback, useState } from 'react';

/** A set of keys, and a way to put one in or take it out. */
export function useToggledSet(): [ReadonlySet<string>, (key: string) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (key: string) =>
      setKeys(last => {
        const next = new Set(last);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return [keys, toggle];
}
