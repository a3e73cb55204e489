import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  FactSheetItem,
  updateSheet,
} from '@maestro-conductor/plugin-evidence-node';
import fc from 'fast-check';
import {
  component,
  daysBefore,
  fact,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { writeScore } from '../database/writtenScores';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { factNames } from '../domain/factNames';
import { selectFacts } from '../domain/selectFacts';
import judgeSheets from './judgeSheets';

const NAMES = ['gateway', 'ledger', 'router'];
const REFS = NAMES.map(name => `component:default/${name}`);

/** As evidence writes them: one sheet for the facts of an entity in an environment. */
function sheetsOf(facts: readonly Fact[], version = 1): Uint8Array {
  const items: FactSheetItem[] = [];
  for (const one of facts) {
    const { tenant, entityRef, environment } = one;
    let item = items.find(
      other =>
        other.entityRef === entityRef && other.environment === environment,
    );
    if (!item) {
      const sheet = { origins: [], facts: [] };
      items.push((item = { tenant, entityRef, environment, sheet }));
    }
    const { commit, ref, observedAt, source } = one;
    const { freshUntil = null, recordId = null } = one;
    item.sheet = updateSheet(item.sheet, [
      {
        ...one,
        origin: [commit, ref, observedAt, freshUntil, source, recordId],
      },
    ]);
  }
  return Buffer.from(JSON.stringify({ version, items }));
}

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.boolean(),
  fc.integer({ min: -5, max: 100 }).map(days => daysBefore(days)),
  fc.string(),
);
const days = fc.integer({ min: -3, max: 90 });
/** At most one fact of each name in each environment, as evidence keeps them. */
const facts = fc.uniqueArray(
  fc
    .record({
      entityRef: fc.constantFrom(...REFS),
      environment: fc.constantFrom('production', '', 'staging'),
      name: fc.constantFrom(...factNames(PRS), 'test.other'),
      value,
      unit: fc.constantFrom(undefined, 'ratio', 'count'),
      observed: days,
      fresh: fc.option(days, { nil: undefined }),
      commit: fc.constantFrom('', 'abc1234'),
      recordId: fc.constantFrom(undefined, 'record-1', 'record-2'),
    })
    .map(({ name, value: said, observed, fresh, ...more }) =>
      fact(name, said, {
        ...more,
        observedAt: daysBefore(observed),
        ...(fresh !== undefined && { freshUntil: daysBefore(-fresh) }),
      }),
    ),
  {
    maxLength: 40,
    selector: ({ entityRef, environment, name }) =>
      `${entityRef} ${environment} ${name}`,
  },
);

const DEFINITION = {
  ...PRS,
  dimensions: PRS.dimensions.map((dimension, index) =>
    index === 0
      ? { ...dimension, appliesTo: { 'metadata.name': 'ledger' } }
      : dimension,
  ),
};

const task = (sheets: Uint8Array) => ({
  definition: DEFINITION,
  environment: 'production',
  entities: NAMES.map((name, index) => ({
    tenant: 'default',
    entityRef: REFS[index],
    entity: JSON.stringify(component(name)),
  })),
  sheets,
  now: NOW,
});

describe('judgeSheets', () => {
  it('writes what is written of each entity evaluated by itself', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async all => {
        const expected = NAMES.map((name, index) =>
          writeScore(
            evaluateScorecard({
              definition: DEFINITION,
              tenant: 'default',
              entityRef: REFS[index],
              environment: 'production',
              entity: component(name),
              facts: selectFacts(
                all.filter(({ entityRef }) => entityRef === REFS[index]),
                { environment: 'production' },
              ),
              now: NOW,
            }),
          ),
        );
        const written = await judgeSheets.work(task(sheetsOf(all)));
        expect(written).toEqual(expected);
        // Nothing is lost on the way from thread to thread.
        expect(structuredClone(written)).toEqual(expected);
      }),
    );
  });

  it('refuses sheets of another version by the name of the error', async () => {
    const reply = await judgeSheets(task(sheetsOf([], 2)));
    expect(reply).toMatchObject({
      error: {
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('of another version'),
      },
    });
  });

  it('judges by no entity where it was given none', async () => {
    const { entities, ...rest } = task(sheetsOf([]));
    const bare = entities.map(({ entity: _, ...ref }) => ref);
    await expect(judgeSheets.work({ ...rest, entities: bare })).rejects.toThrow(
      'was read without its entity',
    );
    const written = await judgeSheets.work({
      ...rest,
      definition: PRS,
      entities: bare,
    });
    expect(written).toHaveLength(NAMES.length);
  });
});
