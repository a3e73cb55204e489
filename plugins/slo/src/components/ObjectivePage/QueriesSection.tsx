import { CopyTextButton } from '@backstage/core-components';
import { Flex, Text } from '@backstage/ui';
import { Objective } from '@maestro-conductor/plugin-slo-common';
import { Empty, Section, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  query: {
    flex: '1 1 auto',
    minWidth: 0,
    margin: 0,
    padding: '8px 12px',
    background: tokens.sunken,
    borderRadius: tokens.radius,
    fontFamily: tokens.monospace,
    fontSize: 'var(--bui-font-size-2)',
    lineHeight: 1.6,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** The queries behind the numbers, as plain text to copy. */
export const QueriesSection = ({ objective }: { objective: Objective }) => {
  const classes = useStyles();
  const { queries } = objective;
  return (
    <Section
      title="Queries"
      subtitle="What each number is counted from, as the source is asked."
    >
      {queries.length === 0 ? (
        <Empty
          title="No query: its counts are pushed"
          nextStep="Whoever counts sends good and total to the portal."
        />
      ) : (
        <Flex direction="column" gap="3">
          {queries.map(({ role, source, text }) => (
            <div key={role}>
              <Text as="h3" variant="body-small" weight="bold">
                {role} · {source}
              </Text>
              <Flex align="center" gap="2">
                <pre className={classes.query}>{text}</pre>
                <CopyTextButton
                  text={text}
                  tooltipText="Copied"
                  aria-label={`Copy the query for ${role}`}
                />
              </Flex>
            </div>
          ))}
        </Flex>
      )}
    </Section>
  );
};
