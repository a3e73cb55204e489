import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

/** Long enough that typing does not ask the server for each letter. */
const PAUSE_MS = 300;

interface RecordSearchProps {
  value: string;
  onChange(value: string): void;
}

/** Searches when typing pauses, at once on Enter. */
export const RecordSearch = ({ value, onChange }: RecordSearchProps) => {
  const [text, setText] = useState(value);

  // The address changed by other means, such as the back button.
  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

  return (
    <SearchField
      aria-label="Search records"
      placeholder="File name, commit, run or SHA-256"
      value={text}
      onChange={setText}
      onSubmit={onChange}
    />
  );
};
