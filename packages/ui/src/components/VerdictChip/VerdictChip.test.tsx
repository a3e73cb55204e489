import { render, screen } from '@testing-library/react';
import { VerdictChip, VerdictChipProps } from './VerdictChip';

describe('VerdictChip', () => {
  it.each<[VerdictChipProps['verdict'], string]>([
    ['passed', 'passed'],
    ['partial', 'partial'],
    ['failed', 'failed'],
    ['no-data', 'no data'],
    ['stale', 'stale'],
    ['errored', 'errored'],
    ['not-applicable', 'not applicable'],
    ['exempt', 'exempt'],
  ])('says %s in words', (verdict, word) => {
    render(<VerdictChip verdict={verdict} />);
    expect(screen.getByText(word)).toBeInTheDocument();
  });
});
