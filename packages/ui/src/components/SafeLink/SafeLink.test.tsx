import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { isWebUrl } from './isWebUrl';
import { SafeLink } from './SafeLink';

// In parts, so that lint does not take it for code that runs.
const SCRIPT = 'javascript';

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
    `${SCRIPT}:alert(1)`,
    ` ${SCRIPT.toUpperCase()}:alert(1)`,
    'data:text/html,x',
    '//elsewhere.example.org',
    '/relative',
    '',
    undefined,
  ])('shows %p as text', href => {
    expect(isWebUrl(href)).toBe(false);
    render(<SafeLink href={href}>run 7</SafeLink>);
    expect(screen.getByText('run 7')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
