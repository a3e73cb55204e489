import { tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    color: tokens.muted,
    fontFamily: tokens.font,
    fontSize: 'var(--bui-font-size-3)',
  },
  input: {
    height: 32,
    padding: '0 8px',
    border: `1px solid ${tokens.line}`,
    borderRadius: tokens.radius,
    background: tokens.surface,
    color: tokens.text,
    font: 'inherit',
    // The browser draws the calendar's sign.
    colorScheme: theme.palette.type,
    '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
  },
}));

interface DayFieldProps {
  label: string;
  /** `2026-03-01`, or nothing. */
  value: string | undefined;
  onChange(day: string | undefined): void;
}

/** A day, in UTC as everything here. */
export const DayField = ({ label, value, onChange }: DayFieldProps) => {
  const classes = useStyles();
  return (
    <label className={classes.label}>
      {label}
      <input
        type="date"
        className={classes.input}
        value={value ?? ''}
        max="9999-12-31"
        onChange={event => onChange(event.target.value || undefined)}
      />
    </label>
  );
};
