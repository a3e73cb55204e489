import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { DataTable } from './DataTable';
import { DataTableProps } from './types';

interface Service {
  ref: string;
  score: string;
}

const SERVICES: Service[] = [
  { ref: 'gateway', score: '0.74' },
  { ref: 'llm-router', score: '0.31' },
];

function show(props: Partial<DataTableProps<Service>> = {}) {
  return render(
    <DataTable<Service>
      caption="Services"
      rows={SERVICES}
      rowKey={service => service.ref}
      columns={[
        {
          id: 'title',
          header: 'Service',
          cell: service => service.ref,
          rowHeader: true,
          sortable: true,
        },
        {
          id: 'score',
          header: 'Score',
          cell: service => service.score,
          align: 'right',
          sortable: true,
        },
        { id: 'note', header: 'Note', cell: () => '–' },
      ]}
      {...props}
    />,
  );
}

describe('DataTable', () => {
  it('names its rows and tells how it is sorted', () => {
    show({ sort: { column: 'score', order: 'desc' }, onSort: jest.fn() });
    const table = screen.getByRole('table', { name: 'Services' });
    expect(
      within(table).getByRole('rowheader', { name: 'gateway' }),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('columnheader', { name: 'Score' }),
    ).toHaveAttribute('aria-sort', 'descending');
    expect(
      within(table).getByRole('columnheader', { name: 'Service' }),
    ).not.toHaveAttribute('aria-sort');
  });

  it('keeps names of rows and columns in sight where it scrolls in a frame', () => {
    show({ sticky: true });
    for (const name of ['columnheader', 'rowheader'] as const) {
      expect(screen.getAllByRole(name)[0]).toHaveStyle({ position: 'sticky' });
    }
    expect(screen.getAllByRole('cell')[0]).not.toHaveStyle({
      position: 'sticky',
    });
  });

  it('asks the server to sort, by keyboard too', async () => {
    const onSort = jest.fn();
    show({ sort: { column: 'score', order: 'asc' }, onSort });

    await userEvent.click(screen.getByRole('button', { name: 'Score' }));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'score', order: 'desc' });

    screen.getByRole('button', { name: 'Service' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onSort).toHaveBeenLastCalledWith({ column: 'title', order: 'asc' });
    expect(
      screen.queryByRole('button', { name: 'Note' }),
    ).not.toBeInTheDocument();
  });

  it('pages, and says how many there are', async () => {
    const onNext = jest.fn();
    show({ paging: { noun: 'services', totalItems: 34, onNext } });
    expect(screen.getByText('2 of 34 services')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('says so where the total is unknown', () => {
    show({ paging: { noun: 'services' } });
    expect(
      screen.getByText('2 services on this page, total unknown'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Next' }),
    ).not.toBeInTheDocument();
  });

  it('opens a row and says that it is open', async () => {
    const onChange = jest.fn();
    const expansion = {
      onChange,
      label: (service: Service) => service.ref,
      render: (service: Service) => <p>more about {service.ref}</p>,
    };
    const { unmount } = show({ expansion });
    await userEvent.click(
      screen.getByRole('button', { name: 'Details: gateway' }),
    );
    expect(onChange).toHaveBeenLastCalledWith('gateway');
    unmount();

    show({ expansion: { ...expansion, open: 'gateway' } });
    expect(screen.getByText('more about gateway')).toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Details: gateway' });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button);
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it('shows what to do where there are no rows', () => {
    show({ rows: [], empty: <p>Register a service.</p> });
    expect(screen.getByText('Register a service.')).toBeInTheDocument();
  });

  it('says on a phone which column a value is of, and stays a table there', () => {
    show({ sort: { column: 'score', order: 'desc' }, onSort: jest.fn() });
    const [, row] = screen.getAllByRole('row');
    expect(
      [...row.children].map(cell => [
        cell.getAttribute('role'),
        cell.getAttribute('data-label'),
        cell.textContent,
      ]),
    ).toEqual([
      ['rowheader', 'Service', 'gateway'],
      ['cell', 'Score', '0.74'],
      ['cell', 'Note', '–'],
    ]);
    expect(
      screen
        .getAllByRole('columnheader')
        .filter(header => header.hasAttribute('data-sortable'))
        .map(header => header.textContent),
    ).toEqual(['Service', 'Score']);
  });

  it.each([
    ['one value to a line', false, 'minmax(88px, 32%)'],
    ['three to a line where it has many columns', true, 'repeat(3,'],
  ])('shows a row as a block on a phone, %s', (_, sticky, layout) => {
    show({ sticky });
    const names = [...screen.getByRole('table').classList];
    const onPhones = [...document.styleSheets]
      .flatMap(sheet => [...sheet.cssRules].map(({ cssText }) => cssText))
      .filter(text => text.startsWith('@media (max-width: 599.95px)'))
      .filter(text => names.some(name => text.includes(`.${name}`)));
    expect(onPhones.join()).toContain(layout);
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show({
      sort: { column: 'score', order: 'desc' },
      onSort: jest.fn(),
      paging: { noun: 'services', totalItems: 34, onNext: jest.fn() },
      expansion: {
        open: 'gateway',
        onChange: jest.fn(),
        label: service => service.ref,
        render: () => 'more',
      },
    });
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});
