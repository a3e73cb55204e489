import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WhyPanel } from './WhyPanel';

describe('WhyPanel', () => {
  it('answers in one click and closes with Escape', async () => {
    render(
      <WhyPanel title="Coverage">
        <p>40 % of lines</p>
      </WhyPanel>,
    );
    expect(screen.queryByText('40 % of lines')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Why? Coverage' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Coverage' }),
    ).toHaveTextContent('40 % of lines');

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('40 % of lines')).not.toBeInTheDocument();
  });
});
