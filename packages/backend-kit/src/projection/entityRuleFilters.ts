import { z } from 'zod/v3';
import { EntityFilter } from './entityFilter';

const propertySchema = z.object({
  key: z.string().describe('Path below the property, for example type'),
  value: z.string().optional().describe('The value; any where left out'),
});

const hasAnnotation = rule(
  z.object({
    annotation: z.string().describe('Name of the annotation'),
    value: z.string().optional().describe('The value; any where left out'),
  }),
  params =>
    searchFor(`metadata.annotations.${params.annotation}`, params.value),
);

const hasLabel = rule(
  z.object({
    label: z.string().describe('Name of the label'),
    value: z.string().optional().describe('The value; any where left out'),
  }),
  params => searchFor(`metadata.labels.${params.label}`, params.value),
);

const hasMetadata = rule(propertySchema, params =>
  searchFor(`metadata.${params.key}`, params.value),
);

const hasSpec = rule(propertySchema, params =>
  searchFor(`spec.${params.key}`, params.value),
);

const isEntityKind = rule(
  z.object({
    kinds: z.array(z.string()).describe('Kinds, of which one must match'),
  }),
  params => searchForAny('kind', params.kinds),
);

const isEntityOwner = rule(
  z.object({
    claims: z
      .array(z.string())
      .describe('Refs of users and groups, of which one must own the entity'),
  }),
  params => searchForAny('relations.ownedby', params.claims),
);

const hasTenant = rule(
  z.object({
    tenants: z.array(z.string()).describe('Tenants, of which one must match'),
  }),
  params => ({ tenant: { values: params.tenants } }),
);

/**
 * The rules that can be decided on a projection, by the name they have in permission policies.
 *
 * @internal
 */
export const ENTITY_RULE_FILTERS = {
  HAS_ANNOTATION: hasAnnotation,
  HAS_LABEL: hasLabel,
  HAS_METADATA: hasMetadata,
  HAS_SPEC: hasSpec,
  IS_ENTITY_KIND: isEntityKind,
  IS_ENTITY_OWNER: isEntityOwner,
  HAS_TENANT: hasTenant,
};

/** @internal */
export function isEntityRuleName(
  name: string,
): name is keyof typeof ENTITY_RULE_FILTERS {
  return Object.hasOwn(ENTITY_RULE_FILTERS, name);
}

function rule<TSchema extends z.ZodTypeAny>(
  paramsSchema: TSchema,
  toFilter: (params: z.infer<TSchema>) => EntityFilter,
) {
  return {
    paramsSchema,
    toFilter,
    /** The filter for parameters of any origin; undefined where the rule does not take them. */
    read(params: unknown): EntityFilter | undefined {
      const parsed = paramsSchema.safeParse(params);
      return parsed.success ? toFilter(parsed.data) : undefined;
    },
  };
}

function searchFor(path: string, value: string | undefined): EntityFilter {
  return value === undefined
    ? { search: { key: path.toLowerCase() } }
    : searchForAny(path, [value]);
}

function searchForAny(path: string, values: string[]): EntityFilter {
  return {
    search: {
      key: path.toLowerCase(),
      values: values.map(value => value.toLowerCase()),
    },
  };
}
