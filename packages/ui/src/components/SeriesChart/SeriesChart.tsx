import { Button, Flex } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../states/Loading';
import { SeriesTable } from './SeriesTable';
import { SeriesChartProps } from './types';

const SeriesPlot = lazy(() => import('./SeriesPlot'));

/**
 * Several lines over one time, told apart by more than colour, with levels to compare with. The same values can be read as a table.
 *
 * @public
 */
export const SeriesChart = (props: SeriesChartProps) => {
  const { title } = props;
  const [asTable, setAsTable] = useState(false);
  return (
    <Flex direction="column" gap="3">
      <Flex justify="end">
        <Button
          size="small"
          variant="secondary"
          aria-label={`${title}: show as a ${asTable ? 'chart' : 'table'}`}
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </Button>
      </Flex>
      {asTable ? (
        <SeriesTable {...props} />
      ) : (
        <Suspense fallback={<Loading what={title} lines={6} />}>
          <SeriesPlot {...props} />
        </Suspense>
      )}
    </Flex>
  );
};
