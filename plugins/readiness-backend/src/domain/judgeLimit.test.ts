import fc from 'fast-check';
import { byName, daysBefore, fact, NOW } from '../__testUtils__/samples';
import { Judgement } from './judgement';
import { judgeLimit } from './judgeLimit';
import { judgeTrue } from './judgeTrue';

const stale = { freshUntil: NOW.toISOString(), observedAt: daysBefore(40) };

describe('judgeLimit', () => {
  const judge = (
    fn: Parameters<typeof judgeLimit>[0],
    value?: Parameters<typeof fact>[1],
    more = {},
  ) =>
    judgeLimit(fn, {
      facts: byName(value === undefined ? [] : [fact('a.b', value, more)]),
      now: NOW,
      measure: 'people on call',
    });
  const atLeast = {
    function: 'at-least',
    fact: 'a.b',
    minimum: 2,
  } as const;
  const atMost = { function: 'at-most', fact: 'a.b', maximum: 0.25 } as const;

  it.each<[string, Judgement, Judgement['verdict'], number, string]>([
    [
      'below',
      judge(atLeast, 1),
      'failed',
      0,
      '1 people on call; at least 2 is asked for.',
    ],
    [
      'at the limit',
      judge(atLeast, 2),
      'passed',
      1,
      '2 people on call; at least 2 is asked for.',
    ],
    [
      'a share at the limit',
      judge(atMost, 0.25, { unit: 'ratio' }),
      'passed',
      1,
      '25 % people on call; at most 25 % is asked for.',
    ],
    [
      'a share that looks like the limit',
      judge(atMost, 0.2504, { unit: 'ratio' }),
      'failed',
      0,
      '25.04 % people on call; at most 25 % is asked for.',
    ],
    [
      'no share',
      judge(atMost, 25, { unit: 'ratio' }),
      'errored',
      0,
      'The fact a.b is 25 and not a share from 0 to 1, so it cannot be judged.',
    ],
    [
      'nothing',
      judge(atLeast),
      'no-data',
      0,
      'Not measured yet (there is no fact a.b).',
    ],
    [
      'a text',
      judge(atLeast, '2'),
      'errored',
      0,
      'The fact a.b is not a number, so it cannot be judged.',
    ],
    [
      'a stale number',
      judge(atLeast, 3, stale),
      'stale',
      0,
      '3 people on call, measured 40 days ago: too long ago to count.',
    ],
  ])('%s', (_, judgement, verdict, value, reason) => {
    expect(judgement).toMatchObject({ verdict, value, reason });
    expect(judgement.facts.map(({ name }) => name)).toEqual(['a.b']);
  });

  it('is all or nothing, and passes on one side or the other', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (number, limit) => {
          const least = judge({ ...atLeast, minimum: limit }, number).value;
          const most = judge({ ...atMost, maximum: limit }, number).value;
          expect(least + most).toBe(number === limit ? 2 : 1);
        },
      ),
    );
  });
});

describe('judgeTrue', () => {
  const judge = (value?: Parameters<typeof fact>[1], more = {}) =>
    judgeTrue(
      { function: 'is-true', fact: 'a.b' },
      {
        facts: byName(value === undefined ? [] : [fact('a.b', value, more)]),
        now: NOW,
      },
    );

  it.each<[string, Judgement, Judgement['verdict'], number, string]>([
    ['true', judge(true), 'passed', 1, 'Yes: a.b is true.'],
    [
      'false',
      judge(false),
      'failed',
      0,
      'No: a.b is false, and true is asked for.',
    ],
    ['nothing', judge(), 'no-data', 0, 'Not known yet (there is no fact a.b).'],
    [
      'a number',
      judge(1),
      'errored',
      0,
      'The fact a.b is neither true nor false, so it cannot be judged.',
    ],
    [
      'stale',
      judge(true, stale),
      'stale',
      0,
      'a.b was said 40 days ago: too long ago to count.',
    ],
  ])('%s', (_, judgement, verdict, value, reason) => {
    expect(judgement).toMatchObject({ verdict, value, reason });
  });
});
