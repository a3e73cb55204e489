import { Button, Flex, Text } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { formatDay } from '../../formats/formatDay';
import { Loading } from '../states/Loading';
import { TrendTable } from './TrendTable';
import { TrendChartProps } from './types';

const TrendPlot = lazy(() => import('./TrendPlot'));

/**
 * Values over time, with the moments at which the rule behind them changed. The same values can be read as a table; what changed in
 * the rule stands below in words.
 *
 * @public
 */
export const TrendChart = (props: TrendChartProps) => {
  const { title, marks = [] } = props;
  const [asTable, setAsTable] = useState(false);
  return (
    <Flex direction="column" gap="3">
      <Flex justify="end">
        <Button
          size="small"
          variant="secondary"
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </Button>
      </Flex>
      {asTable ? (
        <TrendTable {...props} />
      ) : (
        <Suspense fallback={<Loading what={title} lines={6} />}>
          <TrendPlot {...props} />
        </Suspense>
      )}
      {marks.length > 0 && (
        <ul aria-label="Changes of the rule">
          {marks.map(mark => (
            <li key={`${mark.at} ${mark.label}`}>
              <Text>
                {formatDay(mark.at)}, {mark.label}: {mark.summary}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
};
