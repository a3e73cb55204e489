import {
  DimensionScore,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataTable,
  formatPoints,
  PointsBar,
  SafeLink,
  VerdictChip,
  WhyPanel,
} from '@maestro-conductor/ui';
import { missingPoints } from '../../lib/missingPoints';
import { EvidenceLinks } from '../EvidenceLinks';
import { RuleText } from '../RuleText';

interface DimensionsTableProps {
  dimensions: readonly DimensionScore[];
  /** For the rule and the documentation of each dimension; without it they are left out. */
  definition?: ScorecardDefinition;
}

const Missing = ({ dimension }: { dimension: DimensionScore }) => {
  const missing = missingPoints(dimension);
  return missing > 0 ? <>{formatPoints(missing)} missing</> : <>none</>;
};

function columns(
  definition: ScorecardDefinition | undefined,
): Array<DataColumn<DimensionScore>> {
  const ruleOf = (name: string) =>
    definition?.dimensions.find(dimension => dimension.name === name);
  return [
    {
      id: 'dimension',
      header: 'Dimension',
      rowHeader: true,
      cell: ({ title }) => title,
    },
    {
      id: 'verdict',
      header: 'Verdict',
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
    },
    {
      id: 'points',
      header: 'Points',
      cell: ({ title, points, maxPoints }) => (
        <PointsBar label={title} points={points} maxPoints={maxPoints} />
      ),
    },
    {
      id: 'missing',
      header: 'Missing',
      cell: dimension => <Missing dimension={dimension} />,
    },
    {
      id: 'why',
      header: 'Why',
      cell: ({ name, title, reason }) => {
        const rule = ruleOf(name);
        return (
          <>
            {reason}
            {rule && (
              <WhyPanel title={title} label="Rule">
                <RuleText dimension={rule} />
              </WhyPanel>
            )}
          </>
        );
      },
    },
    {
      id: 'next',
      header: 'Next step',
      cell: dimension => {
        if (missingPoints(dimension) === 0) return '–';
        const url = ruleOf(dimension.name)?.documentationUrl;
        return (
          <>
            {dimension.nextStep ?? '–'}{' '}
            {url && <SafeLink href={url}>How to</SafeLink>}
          </>
        );
      },
    },
    {
      id: 'evidence',
      header: 'Evidence',
      cell: ({ facts }) => <EvidenceLinks facts={facts} />,
    },
  ];
}

/** Every dimension: what it brings, why, what to do, and which evidence says so. */
export const DimensionsTable = (props: DimensionsTableProps) => (
  <DataTable<DimensionScore>
    caption="Dimensions"
    rows={props.dimensions}
    rowKey={({ name }) => name}
    columns={columns(props.definition)}
    empty="The scorecard has no dimensions."
  />
);
