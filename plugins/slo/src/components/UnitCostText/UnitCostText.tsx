import { VisuallyHidden } from '@backstage/ui';
import { UnitCost } from '@maestro-conductor/plugin-slo-common';
import { TONES, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { unitCostView } from '../../lib/unitCostView';
import { Unknown } from '../Unknown';

const useStyles = makeStyles({
  small: { color: tokens.muted, fontSize: 'var(--bui-font-size-2)' },
  over: { color: TONES.bad.foreground, fontWeight: 700 },
});

interface UnitCostTextProps {
  cost?: UnitCost;
  /** Says why it is unknown, too. */
  explain?: boolean;
}

/** What a unit of work cost beside what it may; one that cost too much has a sign before it, besides its colour. */
export const UnitCostText = ({ cost, explain = false }: UnitCostTextProps) => {
  const classes = useStyles();
  const view = unitCostView(cost);
  if (!view) return <Unknown word="not asked for" />;
  const { text, target, over, reason } = view;
  return (
    <>
      <div className={over ? classes.over : undefined} title={reason}>
        {over && <span aria-hidden="true">▲ </span>}
        {text}
        {over && <VisuallyHidden>, more than its target</VisuallyHidden>}
      </div>
      {target && <div className={classes.small}>{target}</div>}
      {explain && reason && <div className={classes.small}>{reason}</div>}
    </>
  );
};
