import { Button, Flex, Text } from '@backstage/ui';
import {
  formatQuantity,
  Section,
  Tone,
  TONES,
  tokens,
} from '@maestro-conductor/ui';
import { ReactNode } from 'react';

interface SummaryCardProps {
  title: string;
  count: number;
  /** Of the number, where it is not 0. */
  tone: Tone;
  /** Whether the board shows these only. */
  active: boolean;
  /** Shows these only, or all again; absent where there is nothing to filter. */
  onToggle?(): void;
  children: ReactNode;
}

/** How many objectives are in a state, which is the worst, and a way to see these only. */
export const SummaryCard = (props: SummaryCardProps) => {
  const { title, count, tone, active, onToggle, children } = props;
  return (
    <Section
      title={title}
      actions={
        onToggle && (
          <Button
            size="small"
            variant={active ? 'primary' : 'secondary'}
            aria-label={`${title}: ${active ? 'show all' : 'show these only'}`}
            onPress={onToggle}
          >
            {active ? 'Show all' : 'Show these'}
          </Button>
        )
      }
    >
      <Flex direction="column" gap="1">
        <span
          style={{
            fontSize: 'var(--bui-font-size-8)',
            fontWeight: 700,
            lineHeight: 1.2,
            color: count > 0 ? TONES[tone].foreground : tokens.text,
          }}
        >
          {formatQuantity(count)}
        </span>
        <Text as="div">{children}</Text>
      </Flex>
    </Section>
  );
};
