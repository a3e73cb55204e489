import { InputError } from '@backstage/errors';
import {
  PermissionCondition,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';

/** What the policy answered, of a shape that was checked. */
export type PolicyOutput =
  | { effect: 'allow' | 'deny'; reason: string }
  | {
      effect: 'conditional';
      /** At least one; any of them is enough. */
      anyOf: [PermissionCondition, ...PermissionCondition[]];
      reason: string;
    };

type Fields = Record<string, unknown>;

function objectAt(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${where} must be an object`);
  }
  return value as Fields;
}

function textAt(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new InputError(`${where} must be a text that is not empty`);
  }
  return value;
}

function conditionAt(value: unknown, where: string): PermissionCondition {
  const fields = objectAt(value, where);
  return {
    resourceType: textAt(fields.resourceType, `${where}.resourceType`),
    rule: textAt(fields.rule, `${where}.rule`),
    // Whether the parameters fit the rule is checked by the plugin that has it.
    params: objectAt(fields.params, `${where}.params`) as PermissionRuleParams,
  };
}

/**
 * Checks what a policy answered.
 *
 * @param value - what the policy returned, undefined where it returned nothing
 * @throws InputError naming the part that is not as it must be
 */
export function parsePolicyOutput(value: unknown): PolicyOutput {
  const fields = objectAt(value, 'the decision');
  const reason = textAt(fields.reason, 'reason');
  const { effect } = fields;

  if (effect === 'allow' || effect === 'deny') {
    if (fields.anyOf !== undefined) {
      throw new InputError(`anyOf must be absent where effect is ${effect}`);
    }
    return { effect, reason };
  }
  if (effect !== 'conditional') {
    throw new InputError('effect must be allow, deny or conditional');
  }
  if (!Array.isArray(fields.anyOf)) {
    throw new InputError('anyOf must be a list where effect is conditional');
  }
  const [first, ...rest] = fields.anyOf.map((item, index) =>
    conditionAt(item, `anyOf[${index}]`),
  );
  if (!first) {
    throw new InputError('anyOf must hold at least one condition');
  }
  return { effect, anyOf: [first, ...rest], reason };
}
