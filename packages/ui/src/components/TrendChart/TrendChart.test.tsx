import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrendChart } from './TrendChart';

const chart = (
  <TrendChart
    title="Score over 90 days"
    yTitle="Score (0 to 1)"
    domain={[0, 1]}
    formatValue={value => value.toFixed(4)}
    threshold={{ value: 0.9, label: 'threshold 0.90' }}
    points={[
      { at: '2026-03-01T00:00:00Z', value: 0.41, reconstructed: true },
      { at: '2026-03-02T00:00:00Z' },
      { at: '2026-03-03T00:00:00Z', value: 0.6123 },
    ]}
    marks={[
      {
        at: '2026-03-03T00:00:00Z',
        label: 'version 2',
        summary: 'weight of load 5 → 10',
      },
    ]}
  />
);

describe('TrendChart', () => {
  // The first import of the chart library takes longer than a test waits.
  beforeAll(() => import('./TrendPlot'), 60_000);

  it('draws axes with titles, both kinds of days, threshold and rule change', async () => {
    render(chart);
    expect(await screen.findByText('Score (0 to 1)')).toBeInTheDocument();
    expect(screen.getByText('Day (UTC)')).toBeInTheDocument();
    expect(screen.getByText('Measured')).toBeInTheDocument();
    expect(screen.getByText('Worked out afterwards')).toBeInTheDocument();
    expect(screen.getByText('threshold 0.90')).toBeInTheDocument();
    expect(screen.getByText('version 2')).toBeInTheDocument();
    expect(
      screen.getByText('3 Mar 2026, version 2: weight of load 5 → 10'),
    ).toBeInTheDocument();
  });

  it('tells the same as a table, where no data is no number', async () => {
    render(chart);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as a table' }),
    );
    const rows = screen.getAllByRole('row').map(row => row.textContent);
    expect(rows).toEqual([
      'TimeScore (0 to 1)Origin',
      '3 Mar 2026, 00:00:00 UTC0.6123measured',
      '2 Mar 2026, 00:00:00 UTCno datameasured',
      '1 Mar 2026, 00:00:00 UTC0.4100worked out afterwards',
    ]);
  });
});
