import { Button, Flex, Text } from '@backstage/ui';
import { formatQuantity } from '../../formats/formatQuantity';
import { DataPaging } from './types';

interface DataTablePagerProps {
  paging: DataPaging;
  /** Rows on this page. */
  shown: number;
}

function countText({ totalItems, noun }: DataPaging, shown: number): string {
  return totalItems === undefined
    ? `${shown} ${noun} on this page, total unknown`
    : `${shown} of ${formatQuantity(totalItems)} ${noun}`;
}

/** How many there are, and the ways to the other pages. */
export const DataTablePager = ({ paging, shown }: DataTablePagerProps) => {
  const { onFirst, onPrevious, onNext, noun } = paging;
  const several = onFirst || onNext;
  return (
    <Flex justify="between" align="center" gap="3" pt="3">
      <Text as="p" variant="body-small" aria-live="polite">
        {countText(paging, shown)}
      </Text>
      {several && (
        <Flex gap="2" role="group" aria-label={`Pages of ${noun}`}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!onFirst}
            onPress={onFirst}
          >
            First
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!onPrevious}
            onPress={onPrevious}
          >
            Previous
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!onNext}
            onPress={onNext}
          >
            Next
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
