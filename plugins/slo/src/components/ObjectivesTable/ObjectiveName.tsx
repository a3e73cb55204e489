import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { EntityLink, ObjectiveLink } from '../ObjectiveLink';
import { SourceNote } from '../SourceNote';

/** Said only where it is another. */
const USUAL_ENVIRONMENT = 'production';

const useStyles = makeStyles({
  small: {
    color: tokens.muted,
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 400,
  },
});

interface ObjectiveNameProps {
  item: ObjectiveItem;
  /** On the page of the entity its name says nothing new. */
  hideEntity?: boolean;
}

/** What an objective is called and about, and how old its values are where its source does not answer. */
export const ObjectiveName = ({ item, hideEntity }: ObjectiveNameProps) => {
  const classes = useStyles();
  const { id, title, entityRef, environment, window } = item.objective;
  return (
    <>
      <div>
        <ObjectiveLink id={id} title={title} />
      </div>
      <div className={classes.small}>
        {!hideEntity && (
          <>
            <b>
              <EntityLink entityRef={entityRef} />
            </b>
            {' · '}
          </>
        )}
        {environment !== USUAL_ENVIRONMENT && `${environment} · `}
        {window.duration}
      </div>
      <SourceNote item={item} />
    </>
  );
};
