import { makeStyles } from '@material-ui/core/styles';
import { ReactElement, ReactNode } from 'react';
import { Tone, TONES } from '../../theme/tones';

const useStyles = makeStyles({
  chip: ({ tone }: { tone: Tone }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    padding: '2px 8px',
    borderRadius: 'var(--bui-radius-full)',
    border: `1px solid ${TONES[tone].border}`,
    background: TONES[tone].background,
    color: TONES[tone].foreground,
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
    lineHeight: 1.4,
    whiteSpace: 'nowrap',
    '& svg': { width: 14, height: 14 },
  }),
});

/** @public */
export interface StatusChipProps {
  tone: Tone;
  /** Shown beside the word, so that colour is not the only signal. Hidden from assistive technology: the word says it. */
  icon?: ReactElement;
  children: ReactNode;
}

/** A short word with a colour that stands for something. @public */
export const StatusChip = ({ tone, icon, children }: StatusChipProps) => {
  const classes = useStyles({ tone });
  return (
    <span className={classes.chip}>
      {icon && (
        <span aria-hidden="true" style={{ display: 'inline-flex' }}>
          {icon}
        </span>
      )}
      {children}
    </span>
  );
};
