import { render, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  it('shows the distance, and the exact time on hover', () => {
    render(
      <RelativeTime
        time="2026-03-10T09:00:00Z"
        now={new Date('2026-03-10T12:00:00Z')}
      />,
    );
    const time = screen.getByText('3 hours ago');
    expect(time).toHaveAttribute('title', '10 Mar 2026, 09:00:00 UTC');
    expect(time).toHaveAttribute('datetime', '2026-03-10T09:00:00Z');
  });
});
