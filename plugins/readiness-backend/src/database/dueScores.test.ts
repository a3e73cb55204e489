import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createFilledStore,
  EVER,
  KEY,
  projection,
} from '../__testUtils__/keptScores';
import { GATEWAY, NOW } from '../__testUtils__/samples';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'services and their scores, %s',
  id => {
    it('reads services with and without a score, and groups with their parents', async () => {
      const { store } = await createFilledStore(databases, id);
      const services = await store.readServices({
        scorecard: 'prs',
        environment: 'production',
        filter: { kind: 'component' },
      });
      expect(services).toHaveLength(4);
      const unscored = services.find(s => s.entityRef.endsWith('unscored'))!;
      expect(unscored).toEqual({
        entityRef: 'component:default/unscored',
        ownerRefs: ['group:default/ai-team'],
        ready: false,
      });
      const { groups } = await store.readGroups();
      expect(groups).toContainEqual({
        groupRef: 'group:default/edge-team',
        title: 'edge-team',
        parentRef: 'group:default/platform',
      });
    });

    it('knows what is due and what is obsolete', async () => {
      const { store, knex } = await createFilledStore(databases, id);
      const due = (before: Date, definitionVersion = 1) =>
        store.dueEntities({
          scorecard: 'prs',
          environment: 'production',
          filter: { kind: 'component' },
          due: { definitionVersion, before },
          whole: true,
          limit: 10,
        });
      const [unscored, ...others] = await due(EVER);
      expect(others).toEqual([]);
      expect(unscored).toMatchObject({
        entityRef: 'component:default/unscored',
        tenant: 'default',
        revision: 0,
      });
      expect(JSON.parse(unscored.text!)).toMatchObject({
        metadata: { name: 'unscored' },
      });
      expect(await due(EVER, 2)).toHaveLength(4);
      expect(await due(new Date(NOW.getTime() + 1))).toHaveLength(4);

      const all4 = { environment: 'production', filter: { kind: 'component' } };
      const page = (after?: string) =>
        store.dueEntities({
          ...all4,
          scorecard: 'prs',
          whole: false,
          after,
          limit: 3,
        });
      const first = await page();
      expect(first.map(({ revision }) => revision)).toEqual([2, 1, 2]);
      expect(first.filter(({ text }) => text !== undefined)).toEqual([]);
      const second = await page(first[2].entityRef);
      expect(second.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/unscored',
      ]);

      const clean = (environments: string[], names_: string[]) =>
        store.removeObsoleteScores({
          scorecard: 'prs',
          environments,
          filter: { 'metadata.name': { $in: names_ } },
        });
      const all = ['gateway', 'ledger', 'router'];
      expect(await clean(['production'], all)).toBe(0);
      expect(await clean(['production'], ['gateway', 'ledger'])).toBe(1);
      await knex.transaction(tx => projection.remove(tx, [GATEWAY], NOW));
      expect(await clean(['production'], all)).toBe(1);
      expect(await clean(['staging'], all)).toBe(1);
      expect(await store.readHistory(KEY, EVER)).toHaveLength(2);
    });
  },
);
