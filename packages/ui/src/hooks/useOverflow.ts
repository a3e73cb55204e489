import { RefObject, useEffect, useState } from 'react';

/** Whether an element holds more than it can show. Looked at again when its size or that of what it holds changes. @public */
export function useOverflow(ref: RefObject<HTMLElement>): boolean {
  const [overflows, setOverflows] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const look = () =>
      setOverflows(
        element.scrollWidth > element.clientWidth ||
          element.scrollHeight > element.clientHeight,
      );
    look();
    // Not in every environment that renders: there, the first look holds.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [ref]);

  return overflows;
}
