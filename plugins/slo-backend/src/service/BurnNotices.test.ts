import { Transition } from '@maestro-conductor/backend-kit';
import { GATEWAY } from '../__testUtils__/objectives';
import { BurnDetail } from '../domain/burnCondition';
import { BurnNotices } from './BurnNotices';

const transition = (
  slo: string,
  detail: Partial<BurnDetail> = {},
  state: Transition['state'] = 'open',
): Transition => ({
  id: `slo:burn:${GATEWAY}:production/${slo}/0:page`,
  rule: 'slo:burn',
  tenant: 'default',
  entityRef: GATEWAY,
  key: `production/${slo}/0:page`,
  state,
  detail: {
    id: slo,
    title: `API <b>${slo}</b>`,
    severity: 'page',
    environment: 'production',
    ...detail,
  },
  since: new Date(0),
  revision: 1,
  attempts: 0,
});

const notices = new BurnNotices({
  entities: {
    get: async refs =>
      new Map(
        refs.map(ref => [
          ref,
          { title: 'Gateway', ownerRef: 'group:default/edge-team' } as never,
        ]),
      ),
  },
});

describe('BurnNotices', () => {
  it('tells the owner what burns how fast, and what is left', async () => {
    const found = await notices.compose([
      transition('reads', {
        long: 20.25,
        longMinutes: 60,
        budgetLeft: 0.8,
        exhaustedAt: '2026-11-21T12:00:00.000Z',
      }),
      transition('writes', { budgetLeft: 0.5 }, 'resolved'),
      transition('lost', { unseen: true }, 'resolved'),
    ]);
    expect(
      found.map(({ recipients, payload }) => [recipients, payload]),
    ).toEqual([
      [
        ['group:default/edge-team'],
        {
          title: 'Gateway: API b reads /b burns its error budget',
          description:
            'In production. 20.3 times as fast as it can afford, over 1 h. 80.0 % of the budget is left; at this rate it ends 2026-11-21 12:00 UTC.',
          link: '/slo/objectives/reads',
          scope: `slo:burn:${GATEWAY}:production/reads/0:page`,
          severity: 'critical',
          topic: 'SLO',
        },
      ],
      [
        ['group:default/edge-team'],
        expect.objectContaining({
          title: 'Gateway: API b writes /b no longer burns its error budget',
          description: 'In production. 50.0 % of the budget is left.',
          severity: 'low',
        }),
      ],
      [
        expect.anything(),
        expect.objectContaining({
          title:
            'Gateway: API b lost /b is no longer seen to burn its error budget',
        }),
      ],
    ]);
  });

  it('sends one message where many burn at once, apart by severity', async () => {
    const many = Array.from({ length: 7 }, (_, at) => transition(`s${at}`));
    const found = await notices.compose([
      ...many,
      transition('t', { severity: 'ticket' }),
    ]);
    expect(
      found.map(({ payload }) => [
        payload.title,
        payload.scope,
        payload.severity,
      ]),
    ).toEqual([
      [
        '7 objectives burn their error budget',
        'slo:burn:group:default/edge-team:page',
        'critical',
      ],
      ['Gateway: API b t /b burns its error budget', expect.anything(), 'high'],
    ]);
  });
});
