import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { isWebUrl } from './isWebUrl';
import { SafeLink } from './SafeLink';

describe('SafeLink', () => {
  it('links to web addresses', () => {
    render(
      <MemoryRouter>
        <SafeLink href="https://ci.example.org/runs/7">run 7</SafeLink>
      </MemoryRouter>,
    );
    expect(screen.getByRole('link', { name: /run 7/ })).toHaveAttribute(
      'href',
      'https://ci.example.org/runs/7',
    );
  });

  it.each([
    ...['javascript', ' JAVASCRIPT', 'java\tscript', 'data', 'vbscript'].map(
      scheme => `${scheme}:alert(1)`,
    ),
    '//elsewhere.example.org',
    '/relative',
    '',
    undefined,
  ])('shows %j as text', href => {
    expect(isWebUrl(href)).toBe(false);
    render(<SafeLink href={href}>run 7</SafeLink>);
    expect(screen.getByText('run 7')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
