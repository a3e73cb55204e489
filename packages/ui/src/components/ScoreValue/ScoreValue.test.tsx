import { render, screen } from '@testing-library/react';
import { ScoreValue } from './ScoreValue';

describe('ScoreValue', () => {
  it('shows the score with its level', () => {
    render(<ScoreValue score={0.741} level="bronze" />);
    expect(screen.getByText('0.74')).toBeInTheDocument();
    expect(screen.getByText('Bronze')).toBeInTheDocument();
  });

  it('tells a score below all levels from one that is missing', () => {
    const { rerender } = render(<ScoreValue score={0} />);
    expect(screen.getByText('0.00')).toBeInTheDocument();
    expect(screen.getByText('Below all levels')).toBeInTheDocument();

    rerender(<ScoreValue />);
    expect(screen.getByText('no data')).toBeInTheDocument();
    expect(screen.queryByText('0.00')).not.toBeInTheDocument();
  });

  it('never shows a score below its threshold as the threshold', () => {
    render(<ScoreValue score={0.8996} threshold={0.9} hideLevel />);
    expect(screen.getByText('0.8996')).toBeInTheDocument();
  });
});
