import { NoticePayload, Transition, TransitionNotice } from './types';

/** More than that of one kind for one owner at once come as one message. */
const MAX_SINGLE = 5;

/**
 * Makes one notice of each transition, or one of many where an owner would get more than five of the same rule, key and state at once: a
 * changed rule may move hundreds of entities. Transitions without an owner are left out.
 *
 * @public
 */
export function groupNotices(
  transitions: readonly Transition[],
  options: {
    /** Ref of the owner, a group or user; undefined where there is nobody to tell. */
    ownerOf(transition: Transition): string | undefined;
    /** What must be the same, beside rule and state, to come into one message; the condition's key where absent. */
    keyOf?(transition: Transition): string;
    /** Its `scope` is set to the condition's id. */
    one(transition: Transition): NoticePayload;
    /** Its `scope` is set to the owner's, `<rule>:<ownerRef>:<key>`. */
    many(ownerRef: string, transitions: Transition[]): NoticePayload;
  },
): TransitionNotice[] {
  const keyOf = options.keyOf ?? (({ key }: Transition) => key);
  const groups = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const owner = options.ownerOf(transition);
    if (owner === undefined) continue;
    const { rule, state } = transition;
    const group = JSON.stringify([owner, rule, keyOf(transition), state]);
    groups.set(group, [...(groups.get(group) ?? []), transition]);
  }
  return [...groups.values()].flatMap((group): TransitionNotice[] => {
    const owner = options.ownerOf(group[0])!;
    if (group.length <= MAX_SINGLE) {
      return group.map(transition => ({
        transitions: [transition],
        recipients: [owner],
        payload: { ...options.one(transition), scope: transition.id },
      }));
    }
    const { rule } = group[0];
    const key = keyOf(group[0]);
    const scope = [rule, owner, ...(key ? [key] : [])].join(':');
    const payload = { ...options.many(owner, group), scope };
    return [{ transitions: group, recipients: [owner], payload }];
  });
}
