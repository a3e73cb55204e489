import { Select } from '@backstage/ui';

interface EnvironmentSelectProps {
  environments: readonly string[];
  value: string;
  onChange(environment: string): void;
}

/** Which environment is looked at; nothing to choose where there is one. */
export const EnvironmentSelect = (props: EnvironmentSelectProps) => {
  const { environments, value, onChange } = props;
  if (environments.length < 2) return null;
  return (
    <Select
      label="Environment"
      style={{ maxWidth: 240 }}
      options={environments.map(name => ({ id: name, label: name }))}
      value={value}
      onChange={key => onChange(String(key))}
    />
  );
};
