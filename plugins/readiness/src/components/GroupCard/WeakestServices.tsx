import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { LoadView, ScoreValue, tokens, useLoad } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { nextSteps } from '../../lib/nextSteps';
import { ServiceLink } from '../ServiceLink';

const SHOWN = 3;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '2px 12px',
    padding: '6px 0',
    '& + &': { borderTop: `1px solid ${tokens.line}` },
  },
  step: { flexBasis: '100%', color: tokens.muted },
});

/** The services of a group with the lowest scores, each with what brings it most. */
export const WeakestServices = ({ groupRef }: { groupRef: string }) => {
  const classes = useStyles();
  const api = useApi(readinessApiRef);
  const services = useLoad(
    useCallback(
      signal =>
        api.getScores(
          { owner: [groupRef], sort: 'score', order: 'asc', limit: SHOWN },
          signal,
        ),
      [api, groupRef],
    ),
  );
  return (
    <LoadView load={services} what="the weakest services">
      {({ items }) => (
        <ul className={classes.list} aria-label="Weakest services">
          {items.map(({ entityRef, title, score, level, dimensions }) => {
            const [step] = nextSteps(dimensions, 1);
            return (
              <li key={entityRef} className={classes.item}>
                <ServiceLink entityRef={entityRef} title={title} />
                <ScoreValue score={score} level={level} />
                {step && (
                  <Text
                    as="p"
                    variant="body-small"
                    className={classes.step}
                  >{`${step.dimension.title}: ${step.action}`}</Text>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </LoadView>
  );
};
