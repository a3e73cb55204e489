import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useUrlState } from './useUrlState';

const Probe = () => {
  const { values, update } = useUrlState(['kind', 'cursor']);
  return (
    <>
      <p>
        {useLocation().search} {JSON.stringify(values)}
      </p>
      <button onClick={() => update({ kind: 'tests', cursor: undefined })}>
        set
      </button>
    </>
  );
};

describe('useUrlState', () => {
  it('reads its own parameters, sets and removes them, and leaves others alone', async () => {
    render(
      <MemoryRouter initialEntries={['/x?other=1&cursor=abc&kind=']}>
        <Probe />
      </MemoryRouter>,
    );
    expect(screen.getByText(/"cursor":"abc"/)).toHaveTextContent(
      '{"cursor":"abc"}',
    );

    await userEvent.click(screen.getByRole('button', { name: 'set' }));

    expect(
      screen.getByText('?other=1&kind=tests {"kind":"tests"}'),
    ).toBeInTheDocument();
  });
});
