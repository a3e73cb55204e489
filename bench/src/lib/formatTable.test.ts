import { formatTable } from './formatTable';

describe('formatTable', () => {
  it('sets words left and numbers right, and leaves out what there is not', () => {
    const table = formatTable([
      {
        id: 'evaluate-all.sqlite',
        value: 698.4321,
        unit: 'ms',
        target: 730,
        gate: true,
        peer: 7300,
        ratio: 10.4519,
        met: true,
      },
      {
        id: 'lost.sqlite',
        value: 0.01234,
        unit: 'records',
        target: 0,
        gate: false,
        met: false,
      },
    ]);
    expect(table.split('\n')).toEqual([
      'id                    value  unit     target  gate  peer  ratio  met',
      'evaluate-all.sqlite     698  ms          730  gate  7300   10.5  yes',
      'lost.sqlite          0.0123  records       0                     NO',
    ]);
  });
});
