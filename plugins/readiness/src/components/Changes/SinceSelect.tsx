import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  SINCE_DAYS,
  SinceChoice,
  sinceLimits,
  SinceWord,
} from '../../lib/sinceChoice';

const useStyles = makeStyles({
  date: {
    font: 'inherit',
    fontFamily: tokens.font,
    padding: '4px 8px',
    color: tokens.text,
    colorScheme: 'inherit',
    background: tokens.surface,
    border: `1px solid ${tokens.muted}`,
    borderRadius: 'var(--bui-radius-2)',
  },
});

const WORDS: Readonly<Record<SinceWord, string>> = {
  '1d': '1 day',
  '7d': '7 days',
  '30d': '30 days',
};

interface SinceSelectProps {
  choice: SinceChoice;
  /** Milliseconds since 1970. */
  now: number;
  /** A word or a date for the address. */
  onChange(since: string): void;
}

/** Which moment is compared with: so many days ago, or a date. */
export const SinceSelect = ({ choice, now, onChange }: SinceSelectProps) => {
  const classes = useStyles();
  const limits = sinceLimits(now);
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <ToggleButtonGroup
        aria-label="Compare with"
        selectionMode="single"
        selectedKeys={choice.word ? [choice.word] : []}
        onSelectionChange={keys => {
          const [word] = [...keys];
          if (word) onChange(String(word));
        }}
      >
        {(Object.keys(SINCE_DAYS) as SinceWord[]).map(word => (
          <ToggleButton key={word} id={word}>
            {WORDS[word]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <label>
        <Text variant="body-small">or since </Text>
        <input
          className={classes.date}
          type="date"
          {...limits}
          value={choice.date ?? ''}
          onChange={event => onChange(event.target.value)}
        />
      </label>
    </Flex>
  );
};
