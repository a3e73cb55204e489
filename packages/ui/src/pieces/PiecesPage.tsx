import { Flex, Text } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { Command } from '../components/Command';
import { PointsBar } from '../components/PointsBar';
import { RelativeTime } from '../components/RelativeTime';
import { SafeLink } from '../components/SafeLink';
import { ScoreValue } from '../components/ScoreValue';
import { Section } from '../components/Section';
import { SeriesChart } from '../components/SeriesChart';
import { Sparkline } from '../components/Sparkline';
import { Denied, Empty, ErrorState, Loading } from '../components/states';
import { StatusChip } from '../components/StatusChip';
import { TrendChart } from '../components/TrendChart';
import { VerdictChip, VerdictWord } from '../components/VerdictChip';
import { WhyPanel } from '../components/WhyPanel';
import { formatScore } from '../formats';
import { Tone, TONES } from '../theme';
import { PiecesFilters } from './PiecesFilters';
import { PiecesTable } from './PiecesTable';
import { SAMPLE_MARKS, SAMPLE_TREND } from './samples';

const VERDICTS: VerdictWord[] = [
  'passed',
  'partial',
  'failed',
  'no-data',
  'stale',
  'errored',
  'not-applicable',
  'exempt',
];

const Row = ({ children }: { children: ReactNode }) => (
  <Flex gap="4" align="center" style={{ flexWrap: 'wrap' }}>
    {children}
  </Flex>
);

/** Every shared piece in every state that it has: to choose from, and to look at after a change. */
export const PiecesPage = () => {
  const [tries, setTries] = useState(0);
  return (
    <Flex direction="column" gap="4" p="4">
      <Text as="h1" variant="title-medium" weight="bold">
        Shared pieces
      </Text>
      <Section title="ScoreValue" subtitle="A score with its level in words.">
        <Row>
          <ScoreValue score={0.98} level="gold" size="large" />
          <ScoreValue score={0.72} level="bronze" />
          <ScoreValue score={0.31} />
          <ScoreValue score={0.8996} threshold={0.9} level="silver" />
          <ScoreValue />
        </Row>
      </Section>
      <Section title="VerdictChip" subtitle="What is said of a dimension.">
        <Row>
          {VERDICTS.map(verdict => (
            <VerdictChip key={verdict} verdict={verdict} />
          ))}
        </Row>
      </Section>
      <Section title="StatusChip" subtitle="A short word with a tone.">
        <Row>
          {(Object.keys(TONES) as Tone[]).map(tone => (
            <StatusChip key={tone} tone={tone}>
              {tone}
            </StatusChip>
          ))}
        </Row>
      </Section>
      <Section title="PointsBar and Sparkline">
        <Row>
          <PointsBar label="full" points={25} maxPoints={25} />
          <PointsBar label="some" points={10.5} maxPoints={25} />
          <PointsBar label="none" points={0} maxPoints={25} />
          <Sparkline
            label="A month of scores, from 0.60 to 0.53"
            values={SAMPLE_TREND.map(({ value }) => value)}
          />
        </Row>
      </Section>
      <Section
        title="TrendChart"
        subtitle="Dashed where it was worked out afterwards; a gap where nothing is known."
      >
        <TrendChart
          title="Score over time"
          points={SAMPLE_TREND}
          marks={SAMPLE_MARKS}
          threshold={{ value: 0.9, label: 'threshold 0.90' }}
          yTitle="Score (0 to 1)"
          domain={[0, 1]}
          formatValue={value => formatScore(value)}
        />
      </Section>
      <Section
        title="SeriesChart"
        subtitle="Lines told apart by dashes as well as colour; a guide is thin and grey."
      >
        <SeriesChart
          title="Score beside a plan"
          series={[
            { id: 'score', title: 'Score' },
            { id: 'half', title: 'Half of it' },
            { id: 'plan', title: 'Plan', guide: true },
          ]}
          points={SAMPLE_TREND.map(({ at, value }, index) => ({
            at,
            values: {
              score: value,
              half: value && value / 2,
              plan: index / 30,
            },
          }))}
          levels={[{ value: 0.9, label: 'threshold 0.90' }]}
          yTitle="Score (0 to 1)"
          domain={[0, 1]}
          formatValue={value => formatScore(value)}
        />
      </Section>
      <PiecesFilters />
      <PiecesTable />
      <Section title="WhyPanel, Command, SafeLink, RelativeTime">
        <Row>
          <WhyPanel title="Coverage">
            <Text as="p">83 % of lines are covered; 80 % earn all points.</Text>
          </WhyPanel>
          <Command>conductor evidence push lcov.info --entity gateway</Command>
          <SafeLink href="https://backstage.io">a link to the outside</SafeLink>
          <SafeLink href="ftp://example.org">
            an address that is no link
          </SafeLink>
          <RelativeTime
            time="2026-01-01T00:00:00.000Z"
            now={new Date('2026-01-01T03:00:00.000Z')}
          />
        </Row>
      </Section>
      <Section title="Loading">
        <Loading what="the score" lines={3} />
      </Section>
      <Section title="Empty">
        <Empty
          title="No evidence yet"
          nextStep="Push a report from your pipeline."
        />
      </Section>
      <Section title="Partial">
        <ErrorState
          what="the score"
          error={new Error('The evidence backend is away')}
          keepsLast
        />
      </Section>
      <Section title="Error">
        <ErrorState
          what="the score"
          error={new Error(`The backend is away (${tries} tries)`)}
          onRetry={() => setTries(tries + 1)}
        />
      </Section>
      <Section title="Denied">
        <Denied what="the score" />
      </Section>
    </Flex>
  );
};
