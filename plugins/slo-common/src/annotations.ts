/** On a catalog entity: where its OpenSLO documents are, separated by commas: files or folders relative to its descriptor, or addresses. @public */
export const ANNOTATION_SLO = 'maestro-conductor.dev/slo';

/** On an SLO: the entity that it is about, `component:default/gateway`. `component:default/<spec.service>` where absent. @public */
export const ANNOTATION_ENTITY = 'maestro-conductor.dev/entity';

/** On an SLO: its environment; `production` where absent. @public */
export const ANNOTATION_ENVIRONMENT = 'maestro-conductor.dev/environment';

/** On an SLO: what a unit of work may cost, for example `2 USD per 1000000 GraphQL calls`. @public */
export const ANNOTATION_UNIT_COST = 'maestro-conductor.dev/unit-cost';
