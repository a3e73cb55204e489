import { Flex, Text } from '@backstage/ui';
import { ScoreChanges } from '@maestro-conductor/plugin-readiness-common';
import {
  Empty,
  formatDay,
  formatExactTime,
  tokens,
} from '@maestro-conductor/ui';
import { changeGroups, changesHeadline } from '../../lib/scoreChanges';
import { ChangeList } from './ChangeList';
import { UnchangedItems } from './UnchangedItems';

const headline = { fontSize: 'var(--bui-font-size-6)', fontWeight: 700 };
const muted = { color: tokens.muted };

/** The change of a score in one line, and dimension by dimension. */
export const ChangesView = ({ changes }: { changes: ScoreChanges }) => {
  const { before, definitionChanges } = changes;
  const { moved, unchanged, uneven } = changeGroups(changes);
  if (!before) {
    return (
      <Empty
        title={changesHeadline(changes)}
        nextStep={`There is no score at or before ${formatExactTime(
          changes.since,
        )}. Choose a later day.`}
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <div>
        <p style={{ ...headline, margin: 0 }}>{changesHeadline(changes)}</p>
        <Text as="p" variant="body-small" style={muted}>
          compared with {formatExactTime(before.at)}
          {before.reconstructed &&
            ', worked out afterwards from evidence of that day'}
        </Text>
      </div>
      {definitionChanges.length > 0 && (
        <ul aria-label="Changes of the rule">
          {definitionChanges.map(({ version, at, summary }) => (
            <li key={version}>
              <Text>
                {formatDay(at)}, scorecard v{version}: {summary}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {moved.length > 0 ? (
        <ChangeList label="Changed dimensions" items={moved} />
      ) : (
        <Text as="p">No dimension moved.</Text>
      )}
      {uneven && (
        <Text as="p" variant="body-small" style={muted}>
          The parts need not add up to the whole: what applies shares the
          hundred points, and that changed.
        </Text>
      )}
      <UnchangedItems items={unchanged} />
    </Flex>
  );
};
