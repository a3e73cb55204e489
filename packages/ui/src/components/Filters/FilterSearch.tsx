import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

/** Long enough that typing does not ask the server for each letter. */
const PAUSE_MS = 300;

/** @public */
export interface FilterSearchProps {
  /** Names the field for assistive technology: `Search records`. */
  label: string;
  /** What can be searched for: `File name or commit`. */
  placeholder: string;
  value: string;
  /** Called with the text without space around it. */
  onChange(text: string): void;
}

/** Searches when typing pauses, at once on Enter. @public */
export const FilterSearch = (props: FilterSearchProps) => {
  const { label, placeholder, value, onChange } = props;
  const [text, setText] = useState(value);

  // The value changed by other means, such as the back button. A space at the end may be that of the next word.
  useEffect(
    () => setText(current => (current.trim() === value ? current : value)),
    [value],
  );

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return undefined;
    const timer = setTimeout(() => onChange(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

  return (
    <SearchField
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      onSubmit={submitted => onChange(submitted.trim())}
    />
  );
};
