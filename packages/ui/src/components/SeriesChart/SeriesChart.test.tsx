import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chartLines } from './chartLines';
import { SeriesChart } from './SeriesChart';

const series = [
  { id: 'left', title: 'Budget left' },
  { id: 'ideal', title: 'Spent evenly', guide: true },
  { id: 'other', title: 'Other', formatValue: (value: number) => `${value}!` },
];

describe('SeriesChart', () => {
  it('reads as a table, newest first, with what is not known said', async () => {
    render(
      <SeriesChart
        title="Budget"
        series={series}
        points={[
          { at: '2020-03-01T00:00:00Z', values: { left: 1, ideal: 1 } },
          { at: '2020-03-02T00:00:00Z', values: { left: null, other: 0 } },
        ]}
        yTitle="Budget left (%)"
        formatValue={value => `${value * 100} %`}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Budget: show as a table' }),
    );
    const [, first, second] = within(
      screen.getByRole('table', { name: 'Budget' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent('2 Mar 2020, 00:00:00 UTCno datano data0!');
    expect(second).toHaveTextContent('1 Mar 2020, 00:00:00 UTC100 %100 %no');
    await userEvent.click(
      screen.getByRole('button', { name: 'Budget: show as a chart' }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('draws no two lines alike', () => {
    const lines = chartLines([...series, { id: 'third', title: 'Third' }]);
    const looks = lines.map(({ stroke, dash }) => `${stroke} ${dash}`);
    expect(new Set(looks).size).toBe(lines.length);
    expect(lines[1].width).toBeLessThan(lines[0].width);
  });
});
