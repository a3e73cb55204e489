import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  SampleAnswer,
  SampleRequest,
} from '@maestro-conductor/plugin-slo-node';
import { createEvaluation } from '../__testUtils__/createEvaluation';
import { idOf, NOW_MINUTE, objective } from '../__testUtils__/objectives';
import { SourceReader } from './SourceReader';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const reads = objective({
  source: 'fake',
  window: { kind: 'rolling', duration: '3d' },
});

describe.each(databases.eachSupportedId())('SourceReader on %s', id => {
  async function create() {
    const given = await createEvaluation(databases, id);
    await given.declare(reads, objective({ slo: 'pushed' }));
    const asked: SampleRequest[][] = [];
    const fake = {
      type: 'fake',
      check: () => ({ queries: [] }),
      answer: ({ from, to }: SampleRequest): SampleAnswer => ({
        samples: [{ minute: from, good: 1, total: 1 }],
        readUntil: to,
      }),
      read: async (requests: readonly SampleRequest[]) => {
        asked.push([...requests]);
        return new Map(requests.map(r => [r.id, fake.answer(r)]));
      },
    };
    const reader = (timeoutMs = 1_000) =>
      new SourceReader({
        sources: [fake],
        samples: given.samples,
        states: given.states,
        logger: mockServices.logger.mock(),
        timeoutMs,
        now: given.now,
      });
    const head = async () =>
      await given
        .knex('sample_heads')
        .where({ objective_id: idOf(reads) })
        .first();
    const never = new AbortController().signal;
    return { ...given, fake, asked, reader, head, never };
  }

  it('reads back to the beginning of the window, a day at a time, then what is new', async () => {
    const { reader, asked, head, later, never } = await create();
    expect(await reader().readAll(never)).toBe(3);
    const from = NOW_MINUTE - 3 * 1_440;
    expect(asked.flat().map(r => [r.from - from, r.to - from])).toEqual([
      [0, 1_440],
      [1_440, 2_880],
      [2_880, 4_320],
    ]);
    expect(await head()).toMatchObject({
      first_minute: from,
      read_until: NOW_MINUTE,
    });
    later(2);
    asked.length = 0;
    await reader().readAll(never);
    expect(asked).toMatchObject([[{ from: NOW_MINUTE, to: NOW_MINUTE + 2 }]]);
    await reader().readAll(never);
    expect(asked).toHaveLength(1);
  });

  it('keeps what it has where the source is away, slow or silent, says so, and goes on later', async () => {
    const { reader, fake, head, later, never } = await create();
    await reader().readAll(never);
    later(1);
    const { read, answer } = fake;
    const problem = async (timeoutMs?: number) => {
      await reader(timeoutMs).readAll(never);
      return (await head()).problem;
    };
    fake.read = async () => {
      throw new Error('connect ECONNREFUSED http://me:secret@there/');
    };
    expect(await problem()).toBe(
      'fake could not be read: connect ECONNREFUSED http://there/',
    );
    fake.read = () => new Promise(() => {});
    expect(await problem(20)).toBe('fake did not answer within 0.02 seconds.');
    fake.read = async () => new Map();
    expect(await problem()).toBe('fake gave no answer for this objective.');
    fake.read = read;
    fake.answer = () => ({ problem: 'No such metric.' });
    expect(await problem()).toBe('No such metric.');
    expect(await head()).toMatchObject({ read_until: NOW_MINUTE, revision: 3 });
    fake.answer = answer;
    expect(await problem()).toBeNull();
    expect(await head()).toMatchObject({ read_until: NOW_MINUTE + 1 });
  });

  it('drops what was not asked for, and what is no count', async () => {
    const { reader, fake, head, never } = await create();
    fake.answer = ({ from, to }) => ({
      samples: [
        { minute: from - 1, good: 1, total: 1 },
        { minute: from, good: 2, total: 1 },
        { minute: from + 1, good: NaN, total: 1 },
        { minute: from + 2, good: 1, total: 1 },
        { minute: to, good: 1, total: 1 },
      ],
      readUntil: to + 100,
    });
    expect(await reader().readAll(never)).toBe(3);
    expect(await head()).toMatchObject({ read_until: NOW_MINUTE });
  });

  it('says where no source of a type is installed', async () => {
    const { reader, head, declare, never } = await create();
    await declare({
      ...reads,
      indicator: objective({ source: 'lost' }).indicator,
    });
    await reader().readAll(never);
    expect((await head()).problem).toMatch(
      /No source of type lost is installed/,
    );
  });
});
