import { render, screen } from '@testing-library/react';
import { Command } from './Command';

describe('Command', () => {
  it('can be copied as it was written', () => {
    render(<Command>conductor gate --entity gateway --env production</Command>);
    expect(screen.getByRole('code')).toHaveTextContent(
      /^conductor gate --entity gateway --env production$/,
    );
  });
});
