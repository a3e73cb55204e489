import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

/** Long enough that typing does not ask the server for each letter. */
const PAUSE_MS = 300;

interface ServiceSearchProps {
  value: string;
  onChange(value: string): void;
}

/** Searches when typing pauses, at once on Enter. */
export const ServiceSearch = ({ value, onChange }: ServiceSearchProps) => {
  const [text, setText] = useState(value);

  // The address changed by other means, such as the back button.
  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

  return (
    <SearchField
      aria-label="Search services"
      placeholder="Part of a service's name"
      value={text}
      onChange={setText}
      onSubmit={onChange}
    />
  );
};
