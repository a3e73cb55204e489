import { unpaced } from '../reader/unpaced';
import { bytes } from '../testUtils/bytes';
import { factsOf } from '../testUtils/factsOf';
import { realFiles } from '../testUtils/realFiles';
import { chaosReader } from './chaosReader';

const met = { steady_state_met: true, probes: [] };
const unmet = { steady_state_met: false, probes: [] };
const action = (status = 'succeeded', more = {}) => ({
  activity: { type: 'action', name: 'stop one replica', ...more },
  status,
});

const JOURNAL = {
  'chaoslib-version': '1.44.0',
  platform: 'Linux',
  experiment: { title: 'One replica goes away', dry: false },
  start: '2026-03-01T10:00:00.000000+00:00',
  status: 'completed',
  deviated: false,
  steady_states: { before: met, after: met, during: [] as unknown[] },
  run: [action(), { activity: { type: 'probe' }, status: 'failed' }],
  rollbacks: [],
  end: '2026-03-01T10:01:30.250000+00:00',
  duration: 90.2504,
};

function read(changes: object) {
  const journal = { ...JOURNAL, ...changes };
  return chaosReader.read(bytes(JSON.stringify(journal)), unpaced);
}

async function passed(changes: object) {
  const facts = await factsOf(
    chaosReader,
    JSON.stringify({ ...JOURNAL, ...changes }),
  );
  return facts['chaos.passed'];
}

describe('chaosReader', () => {
  it('reads how a run ended, when, how long it took and what was done', async () => {
    expect(await read({})).toEqual({
      status: 'ok',
      observedAt: '2026-03-01T10:01:30.250Z',
      facts: [
        { name: 'chaos.passed', type: 'boolean', value: true },
        { name: 'chaos.deviated', type: 'boolean', value: false },
        { name: 'chaos.duration', type: 'number', value: 90250, unit: 'ms' },
        { name: 'chaos.actions', type: 'number', value: 1, unit: 'count' },
        {
          name: 'chaos.actions_failed',
          type: 'number',
          value: 0,
          unit: 'count',
        },
      ],
    });
  });

  const states = JOURNAL.steady_states;
  it.each<[string, object, boolean | undefined]>([
    ['deviated', { deviated: true }, false],
    ['failed', { status: 'failed' }, false],
    ['was aborted', { status: 'aborted' }, false],
    ['was interrupted', { status: 'interrupted' }, false],
    [
      'was not in its steady state before, which is called completed',
      { steady_states: { before: unmet, after: null, during: [] }, run: [] },
      false,
    ],
    ['lost it after', { steady_states: { ...states, after: unmet } }, false],
    [
      'lost it during',
      { steady_states: { ...states, during: [met, unmet] } },
      false,
    ],
    [
      'broke off while it was asked',
      { steady_states: { ...states, after: { steady_state_met: null } } },
      false,
    ],
    [
      'was verified during the method only',
      { steady_states: { before: null, after: null, during: [met] } },
      true,
    ],
    ['has no during', { steady_states: { before: met, after: met } }, true],
    [
      'was never verified',
      { steady_states: { before: met, after: null, during: [] } },
      undefined,
    ],
    ['did nothing', { run: [] }, undefined],
    ['failed to do something', { run: [action('failed')] }, undefined],
    ['only played it', { run: [action('x', { dry: 'actions' })] }, undefined],
    ['skipped the pauses', { experiment: { dry: 'pause' } }, true],
  ])('of a run that %s', async (_, changes, expected) => {
    expect(await passed(changes)).toBe(expected);
  });

  it('takes a time without an offset for the UTC that the toolkit writes', async () => {
    expect(
      await read({
        start: '2026-03-01T10:00:00.1',
        end: '2026-03-01T10:00:02.6',
        duration: undefined,
      }),
    ).toMatchObject({
      observedAt: '2026-03-01T10:00:02.600Z',
      facts: expect.arrayContaining([
        { name: 'chaos.duration', type: 'number', value: 2500, unit: 'ms' },
      ]),
    });
  });

  it.each<[string, object, string]>([
    ['a run that has not ended', { end: undefined }, 'end'],
    ['no status', { status: null }, 'status'],
    ['a status of its own', { status: 'passed' }, 'status'],
    ['deviated as text', { deviated: 'false' }, 'deviated'],
    ['no steady states', { steady_states: undefined }, 'steady_states'],
    [
      'a state without an answer',
      { steady_states: { ...states, before: {} } },
      'steady_states.before.steady_state_met',
    ],
    [
      'states during that are none',
      { steady_states: { ...states, during: {} } },
      'steady_states.during',
    ],
    ['no run', { run: undefined }, 'run'],
    ['a run too long', { run: Array(10_001).fill(action()) }, 'run'],
    ['an activity that is none', { run: [action(), 7] }, 'run[1]'],
    [
      'an activity of no type',
      { run: [{ activity: {}, status: 'x' }] },
      'run[0].activity.type',
    ],
    [
      'an activity without outcome',
      { run: [{ activity: { type: 'action' } }] },
      'run[0].status',
    ],
    ['a start that is no time', { start: 'yesterday' }, 'start'],
    ['no such day', { start: '2026-02-30T10:00:00' }, 'start'],
    ['an end before the start', { end: '2026-03-01T09:59:59Z' }, 'end'],
    ['a negative duration', { duration: -1 }, 'duration'],
    ['a duration of ages', { duration: 1e12 }, 'duration'],
    ['a dry run', { experiment: { dry: 'Dry.ACTIVITIES' } }, 'experiment.dry'],
    ['no experiment', { experiment: null }, 'experiment'],
  ])('refuses %s', async (_, changes, field) => {
    expect(await read(changes)).toEqual({
      status: 'invalid',
      field,
      message: expect.stringMatching(/.{20}: /),
    });
  });

  it('never reads a journal that was cut off', async () => {
    const text = JSON.stringify(JOURNAL, null, 2);
    for (let length = 30; length < text.length; length += 17) {
      const result = await chaosReader.read(
        bytes(text.slice(0, length)),
        unpaced,
      );
      expect(result).toMatchObject({ status: 'invalid', field: 'file' });
    }
  });

  it('says how much it reads', async () => {
    expect(await read({ platform: 'x'.repeat(1024 * 1024) })).toMatchObject({
      status: 'invalid',
      field: 'file',
    });
  });

  it('does not take an experiment, or a list of journals, for a journal', async () => {
    for (const other of [JOURNAL.experiment, [JOURNAL], { list: JOURNAL }]) {
      expect(
        await chaosReader.read(bytes(JSON.stringify(other)), unpaced),
      ).toEqual({ status: 'not-recognised' });
    }
  });
});

describe('chaosReader on real journals', () => {
  const files = realFiles('chaostoolkit');
  if (!files) {
    it('needs CONDUCTOR_TEST_DATA, not set: nothing checked', () => {
      expect(files).toBeUndefined();
    });
    return;
  }

  it.each(files)('agrees with the figures of $name', async file => {
    const { content, expected } = file;
    const facts = await factsOf(chaosReader, content);
    expect(facts['chaos.deviated']).toBe(expected.deviated);
    expect(facts['chaos.passed']).toBe(
      expected.status === 'completed' && expected.deviated === false,
    );
    expect(facts['chaos.actions']).toBe(1);
    const result = await chaosReader.read(content, unpaced);
    expect(result).toMatchObject({
      observedAt: new Date(`${expected.end}Z`).toISOString(),
    });
  });
});
