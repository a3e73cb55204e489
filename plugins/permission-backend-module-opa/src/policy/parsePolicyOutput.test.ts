import fc from 'fast-check';
import { parsePolicyOutput } from './parsePolicyOutput';

const condition = {
  resourceType: 'evidence-entity',
  rule: 'IS_ENTITY_OWNER',
  params: { claims: ['user:default/edda.engineer'] },
};

describe('parsePolicyOutput', () => {
  it.each([
    { effect: 'allow', reason: 'Because.' },
    { effect: 'deny', reason: 'Because.' },
    { effect: 'conditional', anyOf: [condition], reason: 'Because.' },
    { effect: 'conditional', anyOf: [condition, condition], reason: 'Both.' },
  ])('takes %j', output => {
    expect(parsePolicyOutput(output)).toEqual(output);
  });

  it.each([
    [undefined, 'the decision must be an object'],
    [null, 'the decision must be an object'],
    [true, 'the decision must be an object'],
    ['allow', 'the decision must be an object'],
    [[{ effect: 'allow' }], 'the decision must be an object'],
    [{}, 'reason must be a text that is not empty'],
    [{ effect: 'allow' }, 'reason must be a text that is not empty'],
    [{ effect: 'allow', reason: '' }, 'reason must be a text'],
    [{ effect: 'ALLOW', reason: 'x' }, 'effect must be allow, deny or cond'],
    [{ reason: 'x' }, 'effect must be allow, deny or conditional'],
    [
      { effect: 'allow', anyOf: [condition], reason: 'x' },
      'anyOf must be absent where effect is allow',
    ],
    [{ effect: 'conditional', reason: 'x' }, 'anyOf must be a list'],
    [
      { effect: 'conditional', anyOf: [], reason: 'x' },
      'anyOf must hold at least one condition',
    ],
    [
      { effect: 'conditional', anyOf: [condition, null], reason: 'x' },
      'anyOf[1] must be an object',
    ],
    [
      {
        effect: 'conditional',
        anyOf: [{ ...condition, rule: 7 }],
        reason: 'x',
      },
      'anyOf[0].rule must be a text',
    ],
    [
      {
        effect: 'conditional',
        anyOf: [{ ...condition, resourceType: '' }],
        reason: 'x',
      },
      'anyOf[0].resourceType must be a text',
    ],
    [
      {
        effect: 'conditional',
        anyOf: [{ ...condition, params: ['x'] }],
        reason: 'x',
      },
      'anyOf[0].params must be an object',
    ],
  ])('refuses %j', (output, message) => {
    expect(() => parsePolicyOutput(output)).toThrow(message);
  });

  it('never makes an allowance of anything but one that says so', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        let effect: string | undefined;
        try {
          effect = parsePolicyOutput(value).effect;
        } catch {
          return;
        }
        expect(value).toHaveProperty('effect', effect);
      }),
    );
  });
});
