import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** @public */
export interface EmptyProps {
  /** What is not there, and why. */
  title: string;
  /** What to do about it. */
  nextStep: ReactNode;
}

/** Nothing is there: says so, and what the next step is. @public */
export const Empty = ({ title, nextStep }: EmptyProps) => (
  <Flex direction="column" gap="1" py="3">
    <Text as="p" weight="bold">
      {title}
    </Text>
    <Text as="div">{nextStep}</Text>
  </Flex>
);
