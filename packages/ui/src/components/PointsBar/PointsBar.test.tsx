import { render, screen } from '@testing-library/react';
import { PointsBar } from './PointsBar';

describe('PointsBar', () => {
  it('says the points in words and to assistive technology', () => {
    render(<PointsBar label="Coverage" points={16.666} maxPoints={25} />);
    expect(screen.getByText('16.7 of 25')).toBeInTheDocument();
    const meter = screen.getByRole('meter', { name: 'Coverage: points' });
    expect(meter).toHaveAttribute('aria-valuetext', '16.7 of 25');
    expect(meter).toHaveAttribute('aria-valuemax', '25');
  });
});
