import { groupNotices } from './groupNotices';
import { Transition } from './types';

const transition = (name: string, key = 'production'): Transition => ({
  id: `readiness:below-threshold:component:default/${name}:${key}`,
  rule: 'readiness:below-threshold',
  tenant: 'default',
  entityRef: `component:default/${name}`,
  key,
  state: 'open',
  detail: {},
  since: new Date(0),
  revision: 1,
  attempts: 0,
});

const group = (transitions: Transition[], owner?: string) =>
  groupNotices(transitions, {
    ownerOf: () => owner,
    one: ({ entityRef }) => ({ title: entityRef }),
    many: (ownerRef, all) => ({ title: `${all.length} of ${ownerRef}` }),
  });

describe('groupNotices', () => {
  it('tells of up to five one by one, each under its own id', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map(name => transition(name));
    const notices = group(five, 'group:default/edge');
    expect(notices.map(({ payload }) => payload.scope)).toEqual(
      five.map(({ id }) => id),
    );
  });

  it('tells of six in one message, apart from those of another environment', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => transition(name));
    const notices = group(
      [...six, transition('a', 'staging')],
      'group:default/edge',
    );
    expect(notices.map(({ payload }) => payload)).toEqual([
      {
        title: '6 of group:default/edge',
        scope: 'readiness:below-threshold:group:default/edge:production',
      },
      expect.objectContaining({ title: 'component:default/a' }),
    ]);
    expect(notices[0].transitions).toEqual(six);
  });

  it('tells nobody where there is no owner', () => {
    expect(group([transition('a')])).toEqual([]);
  });
});
