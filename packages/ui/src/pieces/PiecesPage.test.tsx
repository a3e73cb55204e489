import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { MemoryRouter } from 'react-router-dom';
import { PiecesPage } from './PiecesPage';

// axe looks at a big page.
jest.setTimeout(60_000);

function show() {
  return render(
    <MemoryRouter>
      <PiecesPage />
    </MemoryRouter>,
  );
}

describe('PiecesPage', () => {
  it('shows each piece in its states, and axe finds nothing', async () => {
    const { container } = show();
    for (const name of ['ScoreValue', 'VerdictChip', 'TrendChart', 'Denied']) {
      expect(screen.getByRole('region', { name })).toBeInTheDocument();
    }
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });

  it('filters, and says what it is filtered by', async () => {
    show();
    const filters = screen.getByRole('region', { name: 'Filters' });
    await userEvent.click(
      within(filters).getByRole('button', {
        name: 'Remove filter Level: Gold',
      }),
    );
    expect(
      within(filters).getByText('Everything is shown'),
    ).toBeInTheDocument();
  });

  it('pages through many rows, and says so where there are none', async () => {
    show();
    const table = screen.getByRole('region', { name: 'DataTable' });
    await userEvent.click(
      within(table).getByRole('button', { name: '3000 rows' }),
    );
    await userEvent.click(within(table).getByRole('button', { name: /next/i }));
    expect(within(table).getByText('service-11')).toBeInTheDocument();
    await userEvent.click(
      within(table).getByRole('button', { name: '0 rows' }),
    );
    expect(within(table).getByText('No services')).toBeInTheDocument();
  });
});
