import { ObjectiveDetail } from '@maestro-conductor/plugin-slo-common';
import {
  formatExactTime,
  formatMinutes,
  formatQuantity,
  formatShare,
  RelativeTime,
  Section,
  tokens,
} from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';
import { coverageText } from '../../lib/coverageText';
import { UnitCostText } from '../UnitCostText';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 30%) minmax(0, 1fr)',
    gap: '8px 16px',
    margin: 0,
    '& dt': { color: tokens.muted },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
});

function countText({ objective, state }: ObjectiveDetail): string {
  if (!state || state.total === undefined) return 'unknown';
  const noun =
    objective.budgetingMethod === 'Occurrences' ? 'events' : 'slices of time';
  const total = `${formatQuantity(state.total)} ${noun}`;
  return state.bad === undefined
    ? total
    : `${formatQuantity(state.bad)} bad of ${total}`;
}

function methodText({ objective }: ObjectiveDetail): string {
  const { budgetingMethod, sliceMinutes, sliceTarget } = objective;
  if (sliceMinutes === undefined) return budgetingMethod;
  const slices = `${budgetingMethod}, slices of ${formatMinutes(sliceMinutes)}`;
  return sliceTarget === undefined
    ? slices
    : `${slices}, good from ${formatShare(sliceTarget)}`;
}

const CoverageText = ({ state }: Pick<ObjectiveDetail, 'state'>) => {
  if (!state?.coverage.lastSampleAt) return <>nothing seen yet</>;
  const { share, lastSampleAt } = state.coverage;
  return (
    <>
      {coverageText(share)} of the minutes since the first sample · last sample{' '}
      <RelativeTime time={lastSampleAt} />
    </>
  );
};

/** The numbers behind the answer. */
export const NumbersSection = ({ detail }: { detail: ObjectiveDetail }) => {
  const classes = useStyles();
  const { objective, state } = detail;
  const rows: Array<[string, ReactNode]> = [
    ['Target', formatShare(objective.target)],
    [
      'Actual',
      state?.actual === undefined
        ? 'unknown'
        : formatShare(state.actual, objective.target),
    ],
    ['Counted', countText(detail)],
    [
      'Whole budget',
      state ? formatMinutes(state.budgetMinutes) : 'not evaluated yet',
    ],
    ['Budget by', methodText(detail)],
    [
      'Window',
      state
        ? `${formatExactTime(state.window.from)} to ${formatExactTime(
            state.window.to,
          )}`
        : objective.window.duration,
    ],
    ['Seen', <CoverageText key="seen" state={state} />],
    ...(objective.unitCost || state?.unitCost
      ? [
          [
            'Unit cost',
            <UnitCostText key="cost" cost={state?.unitCost} explain />,
          ] as [string, ReactNode],
        ]
      : []),
  ];
  return (
    <Section title="Numbers">
      <dl className={classes.list}>
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
};
