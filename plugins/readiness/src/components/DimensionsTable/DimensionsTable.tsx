import { Text } from '@backstage/ui';
import {
  DimensionScore,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataTable,
  PointsBar,
  SafeLink,
  VerdictChip,
  WhyPanel,
} from '@maestro-conductor/ui';
import { missingPoints } from '../../lib/missingPoints';
import { unknownSummary } from '../../lib/unknownSummary';
import { DimensionDetail } from '../DimensionDetail';
import { EvidenceLinks } from '../EvidenceLinks';

interface DimensionsTableProps {
  dimensions: readonly DimensionScore[];
  /** For the rule and the documentation of each dimension; without it they are left out. */
  definition?: ScorecardDefinition;
}

/** The verdicts of which only the points say how much hangs on them: nothing was judged. */
const UnknownPoints = ({ dimension }: { dimension: DimensionScore }) => (
  <>
    {unknownSummary([dimension]).map(text => (
      <Text as="p" key={text} variant="body-small" weight="bold">
        {text}
      </Text>
    ))}
  </>
);

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
      minWidth: 90,
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
      id: 'why',
      header: 'Why',
      minWidth: 200,
      cell: dimension => (
        <>
          {dimension.reason}
          <UnknownPoints dimension={dimension} />
          <div>
            <WhyPanel
              title={dimension.title}
              label="Facts and rule"
              variant="tertiary"
            >
              <DimensionDetail
                dimension={dimension}
                rule={ruleOf(dimension.name)}
              />
            </WhyPanel>
          </div>
        </>
      ),
    },
    {
      id: 'next',
      header: 'Next step',
      minWidth: 170,
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
