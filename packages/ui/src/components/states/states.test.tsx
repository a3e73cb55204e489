import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Load } from '../../hooks/useLoad';
import { Empty } from './Empty';
import { LoadView } from './LoadView';

function show(load: Partial<Load<string>>) {
  const retry = jest.fn();
  render(
    <LoadView load={{ loading: false, retry, ...load }} what="the score">
      {value => <p>{value}</p>}
    </LoadView>,
  );
  return retry;
}

describe('LoadView', () => {
  it('shows a skeleton that says what is loading', () => {
    show({ loading: true });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the score');
  });

  it('says so where no answer came', () => {
    show({ error: new TypeError('Failed to fetch') });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The portal did not answer. Check the connection.',
    );
  });

  it('shows the value', () => {
    show({ value: '0.74' });
    expect(screen.getByText('0.74')).toBeInTheDocument();
  });

  it('says what failed in the words of the server, and tries again', async () => {
    const retry = show({
      error: Object.assign(new Error('Request failed with 503'), {
        cause: new Error('evidence cannot be read'),
      }),
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Could not load the score',
    );
    expect(screen.getByText('evidence cannot be read')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('keeps the last good value below a failed refresh', () => {
    show({ value: '0.74', error: new Error('gone') });
    expect(screen.getByText('0.74')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'what is shown is from before',
    );
  });

  it('drops the value when the reader may no longer see it', () => {
    show({
      value: '0.74',
      error: Object.assign(new Error('no'), { statusCode: 403 }),
    });
    expect(screen.getByText('You may not see the score')).toBeInTheDocument();
    expect(screen.queryByText('0.74')).not.toBeInTheDocument();
  });

  it('cuts endless messages off', () => {
    show({ error: new Error('x'.repeat(9000)) });
    expect(screen.getByText(/^x+…$/).textContent).toHaveLength(501);
  });
});

describe('Empty', () => {
  it('says what is missing and what to do', () => {
    render(<Empty title="No evidence yet" nextStep="Push a report." />);
    expect(screen.getByText('No evidence yet')).toBeInTheDocument();
    expect(screen.getByText('Push a report.')).toBeInTheDocument();
  });
});
