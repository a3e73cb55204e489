import { sparklinePath } from './sparklinePath';

const size = { width: 104, height: 24 };

describe('sparklinePath', () => {
  it('draws 0 at the bottom and 1 at the top', () => {
    expect(sparklinePath([0, 1], size)).toBe('M2.0 22.0h0L102.0 2.0');
  });

  it('breaks at gaps and keeps a lone value as a dot', () => {
    expect(sparklinePath([0.5, undefined, 0.5], size)).toBe(
      'M2.0 12.0h0M102.0 12.0h0',
    );
  });

  it('is empty without values', () => {
    expect(sparklinePath([], size)).toBe('');
    expect(sparklinePath([undefined], size)).toBe('');
  });
});
