import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { tokens } from '../../theme/tokens';

const useStyles = makeStyles({
  root: {
    display: 'block',
    marginTop: 4,
    padding: '8px 12px',
    background: tokens.sunken,
    borderRadius: tokens.radius,
    fontFamily: tokens.monospace,
    fontSize: 'var(--bui-font-size-2)',
    lineHeight: 1.6,
  },
  // A line may end between words, not inside `--env`; one word that is longer than the line still breaks.
  word: {
    display: 'inline-block',
    maxWidth: '100%',
    overflowWrap: 'anywhere',
  },
});

/** @public */
export interface CommandProps {
  /** One command line. */
  children: string;
}

/** A command to copy. @public */
export const Command = ({ children }: CommandProps) => {
  const classes = useStyles();
  return (
    <code className={classes.root}>
      {children.split(' ').map((word, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          <span className={classes.word}>{word}</span>
        </Fragment>
      ))}
    </code>
  );
};
