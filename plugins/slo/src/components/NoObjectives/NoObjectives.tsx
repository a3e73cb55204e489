import { Flex, Text } from '@backstage/ui';
import { Command, Empty } from '@maestro-conductor/ui';
import { DocsLink } from '../DocsLink';

interface NoObjectivesProps {
  /** Who has none: `This service`. */
  who: string;
}

/** There is no objective: says how to define the first. */
export const NoObjectives = ({ who }: NoObjectivesProps) => (
  <Empty
    title={`${who} has no objective yet`}
    nextStep={
      <Flex direction="column" gap="2">
        <Text as="p">
          Write an OpenSLO document beside the service, and name it in
          catalog-info.yaml under metadata.annotations:
        </Text>
        <Command>maestro-conductor.dev/slo: ./slo/objectives.yaml</Command>
        <DocsLink page="how-to/define-objectives">
          How to define objectives
        </DocsLink>
      </Flex>
    }
  />
);
