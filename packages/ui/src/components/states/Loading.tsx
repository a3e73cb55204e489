import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { tokens } from '../../theme/tokens';

/** @public */
export interface LoadingProps {
  /** What is being loaded: `the score`. */
  what: string;
  /** Lines of the skeleton. */
  lines?: number;
}

/** The shape of what is to come. @public */
export const Loading = ({ what, lines = 3 }: LoadingProps) => (
  <div role="status">
    <VisuallyHidden>Loading {what}</VisuallyHidden>
    <Flex direction="column" gap="2" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton
          key={index}
          height={16}
          width={index === lines - 1 && lines > 1 ? '60%' : '100%'}
          // Seen on any surface: its own colour is that of sunken ones.
          style={{ backgroundColor: tokens.grid }}
        />
      ))}
    </Flex>
  </div>
);
