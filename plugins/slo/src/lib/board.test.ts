import {
  breachedItem,
  burningItem,
  idleItem,
  SAMPLE_NOW,
  sampleItem,
  sampleObjective,
  sampleState,
  sampleSummary,
  unknownItem,
} from '../__testUtils__/sampleObjectives';
import { boardChips } from './boardChips';
import { boardContext, factorSets } from './boardContext';
import {
  BoardFilter,
  boardSearch,
  isFiltered,
  readBoardFilter,
  scopeOf,
  writeBoardFilter,
} from './boardFilter';
import { sortOf, sortOrder } from './boardSort';
import { boardTitle } from './boardTitle';
import { cannotTell } from './cannotTell';
import { countChips } from './countChips';
import { groupTitle } from './groupTitle';
import { burningText, usedUpText } from './highlightText';
import { matching } from './matching';
import { nextAction } from './nextAction';
import { pageView } from './pageView';
import { runbookOf } from './runbookOf';
import { withChosen } from './withChosen';

const params = (text: string) => new URLSearchParams(text);
const full: BoardFilter = {
  owners: ['group:default/edge-team', 'none'],
  statuses: ['breached', 'warning'],
  burning: true,
  windows: ['30d'],
  environment: 'staging',
  text: 'reads',
};

describe('the filter of an address', () => {
  it('is read as it was written', () => {
    const written = writeBoardFilter(params('cursor=c&sort=burn'), full);
    expect(written.get('cursor')).toBeNull();
    expect(written.get('sort')).toBe('burn');
    expect(readBoardFilter(written)).toEqual({ filter: full, ignored: [] });
  });

  it('takes names of groups, and leaves out what no objective can have', () => {
    expect(
      readBoardFilter(
        params('owner=edge-team&owner=:&status=green&burning=maybe&text=%20'),
      ),
    ).toEqual({
      filter: { owners: ['group:default/edge-team'] },
      ignored: ['owner “:”', 'status “green”', 'burning “maybe”'],
    });
  });

  it('takes twenty values of a field, and says so', () => {
    const many = Array.from({ length: 21 }, (_, index) => `window=${index}d`);
    const { filter, ignored } = readBoardFilter(params(many.join('&')));
    expect(filter.windows).toHaveLength(20);
    expect(ignored).toEqual(['window: all after the first 20']);
  });

  it('leaves out and shortens what is too long', () => {
    const { filter, ignored } = readBoardFilter(
      params(`text=${'x'.repeat(201)}&environment=${'y'.repeat(201)}`),
    );
    expect(filter).toEqual({});
    expect(ignored[0]).toBe(`environment “${'y'.repeat(40)}…”`);
  });

  it('leads to a board', () => {
    expect(boardSearch({ owners: ['group:default/a'], burning: true })).toBe(
      '?view=board&owner=group%3Adefault%2Fa&burning=true',
    );
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ ...full, owners: undefined })).toBe(true);
    expect(scopeOf(full)).toEqual({
      owners: full.owners,
      windows: full.windows,
      environment: 'staging',
      text: 'reads',
    });
  });

  it.each([
    ['', undefined],
    ['sort=burn', undefined],
    ['owner=a', 'board'],
    ['view=teams&owner=a', 'teams'],
    ['view=walls', undefined],
  ])('asks with “%s” for the view %s', (text, view) => {
    expect(pageView(params(text))).toBe(view);
  });
});

describe('boardChips', () => {
  it('has one for each thing, and what is left without it', () => {
    const chips = boardChips(full, ref => groupTitle(ref));
    expect(chips.map(({ text }) => text)).toEqual([
      'Team: edge-team',
      'Team: No owner',
      'Status: breached',
      'Status: warning',
      'Burning now',
      'Window: 30d',
      'Environment: staging',
      'Search: reads',
    ]);
    expect(chips[0].without.owners).toEqual(['none']);
    expect(chips[5].without.windows).toBeUndefined();
    expect(chips[4].without.burning).toBeUndefined();
  });
});

describe('words of a board', () => {
  it.each([
    [[], 'SLOs of all teams'],
    [['Edge'], 'SLOs · Edge'],
    [['Edge', 'AI'], 'SLOs · Edge and AI'],
    [['Edge', 'AI', 'Trust', 'Ops'], 'SLOs · Edge, AI and 2 more'],
  ])('names %j', (owners, title) => {
    expect(boardTitle(owners)).toBe(title);
  });

  it.each([
    [1, ['30d'], '1 objective · windows of 30d'],
    [3000, ['7d', '30d'], '3,000 objectives · windows of 7d and 30d'],
    [2, ['1d', '7d', '28d', '30d'], '2 objectives · windows of 4 lengths'],
    [0, [], '0 objectives'],
  ])('says what %s objectives of %j are about', (total, windows, text) => {
    expect(boardContext({ total }, windows)).toBe(text);
  });

  it('names each set of factors once', () => {
    const short = sampleObjective({
      window: { kind: 'rolling', duration: '7d' },
      alertRows: [],
    });
    expect(
      factorSets([sampleItem(), burningItem, sampleItem({ objective: short })]),
    ).toEqual([{ windows: '30d', factors: [14.4, 6, 3, 1] }]);
  });

  it('names groups by their title, else by their name', () => {
    const teams = [{ groupRef: 'group:default/edge', title: 'Edge Team' }];
    expect(groupTitle('group:default/edge', teams)).toBe('Edge Team');
    expect(groupTitle('group:default/ai', teams)).toBe('ai');
    expect(groupTitle('group:labs/ai')).toBe('labs/ai');
  });

  it('keeps what is chosen among the options', () => {
    const option = { value: 'a', title: 'A' };
    expect(withChosen([option], ['a', 'b'], value => `${value}?`)).toEqual([
      option,
      { value: 'b', title: 'b?' },
    ]);
  });
});

describe('counts', () => {
  const summary = sampleSummary({ total: 8, pending: 3 });

  it('adds up what cannot be told, never evaluated included', () => {
    expect(cannotTell(summary)).toEqual({
      count: 5,
      reasons: ['1 insufficient data', '1 no traffic', '3 not evaluated yet'],
    });
  });

  it('shows the worst first, and leaves out what there is none of', () => {
    expect(countChips({ ...summary, burning: 0 }).map(c => c.text)).toEqual([
      '1 used up',
      '1 warning',
      '5 cannot tell',
      '1 ok',
    ]);
  });

  it.each<[BoardFilter, number | undefined]>([
    [{}, 8],
    [{ burning: true }, 1],
    [{ statuses: ['breached', 'ok'] }, 2],
    [{ statuses: ['breached'], burning: true }, undefined],
  ])('knows how many match %j: %s', (filter, count) => {
    expect(matching(summary, filter)).toBe(count);
  });
});

describe('sorts', () => {
  it('puts the fastest burn first, and the least of the others', () => {
    expect(sortOf('nonsense')).toBe('urgency');
    expect(sortOf('burn')).toBe('burn');
    expect(sortOrder('burn')).toBe('desc');
    expect(sortOrder('budget')).toBe('asc');
  });
});

describe('what stands out', () => {
  const now = new Date(SAMPLE_NOW);

  it('says which rows fire, and when the budget ends', () => {
    expect(burningText(burningItem, now)).toBe(
      '6.1× over 6 h · at this rate used up in 2 days',
    );
    expect(burningText({ ...burningItem, state: undefined }, now)).toBe('');
  });

  it('says how much too much was spent, and since when', () => {
    expect(usedUpText(breachedItem, now)).toBe(
      'overspent by 60 % · 4 h 19 min too much · used up 6 hours ago',
    );
  });
});

describe('nextAction', () => {
  const ticket = sampleItem({
    state: sampleState({
      burns: [{ row: 'ticket-3d', long: 2, short: 2, firing: true }],
    }),
  });
  it.each([
    ['a source that is away', unknownItem, /^Mend the source first/],
    ['a page', burningItem, /^Act now/],
    ['a ticket', ticket, /^Plan a fix/],
    ['a breach', breachedItem, /^Put reliability before features/],
    [
      'little left',
      sampleItem({ state: sampleState({ status: 'warning' }) }),
      /^Release with care/,
    ],
    [
      'missing samples',
      { ...unknownItem, sourceProblem: undefined },
      /^Find out why samples are missing/,
    ],
    [
      'no sample ever',
      sampleItem({
        state: sampleState({
          status: 'insufficient-data',
          coverage: { share: 0 },
        }),
      }),
      /^Let the first samples come/,
    ],
    ['no traffic', idleItem, /^Check that the queries/],
    ['no evaluation', sampleItem({ state: undefined }), /^Wait for the first/],
    ['nothing wrong', sampleItem(), /^Nothing to do/],
  ])('says what to do about %s', (_, item, text) => {
    expect(nextAction(item)).toMatch(text);
  });
});

describe('runbookOf', () => {
  const entity = (annotations: Record<string, string>) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'gateway', annotations },
  });
  const runbook = 'maestro-conductor.dev/runbook';
  it.each([
    [{}, undefined],
    [
      { [runbook]: 'https://example.org/r' },
      { text: 'https://example.org/r', href: 'https://example.org/r' },
    ],
    [
      {
        [runbook]: 'docs/runbook.md',
        'backstage.io/managed-by-location':
          'url:https://example.org/blob/main/catalog-info.yaml',
      },
      {
        text: 'docs/runbook.md',
        href: 'https://example.org/blob/main/docs/runbook.md',
      },
    ],
    [
      {
        [runbook]: 'docs/runbook.md',
        'backstage.io/managed-by-location': 'file:/srv/catalog-info.yaml',
      },
      { text: 'docs/runbook.md', href: undefined },
    ],
  ])('finds it in %j', (annotations, expected) => {
    expect(runbookOf(entity(annotations))).toEqual(expected);
  });
});
