import { Flex, Select } from '@backstage/ui';
import { EVIDENCE_KINDS } from '@maestro-conductor/plugin-evidence-common';

const ALL = 'all';

interface EvidenceFiltersProps {
  kind?: string;
  environment?: string;
  environments: readonly string[];
  onChange(change: { kind?: string; environment?: string }): void;
}

const options = (all: string, names: readonly string[]) => [
  { id: ALL, label: all },
  ...names.map(name => ({ id: name, label: name })),
];

/** Which records are shown. */
export const EvidenceFilters = (props: EvidenceFiltersProps) => {
  const { kind, environment, environments, onChange } = props;
  const chosen = (key: unknown) => (key === ALL ? undefined : String(key));
  return (
    <Flex gap="3" role="group" aria-label="Filter records">
      <Select
        label="Kind"
        style={{ maxWidth: 240 }}
        options={options('All kinds', EVIDENCE_KINDS)}
        value={kind ?? ALL}
        onChange={key => onChange({ kind: chosen(key), environment })}
      />
      <Select
        label="Environment"
        style={{ maxWidth: 240 }}
        options={options('All environments', environments)}
        value={environment ?? ALL}
        onChange={key => onChange({ kind, environment: chosen(key) })}
      />
    </Flex>
  );
};
