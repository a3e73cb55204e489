/** An SLO as people write it; its counts are pushed. */
export function sloDocument(
  options: {
    name?: string;
    entity?: string;
    target?: number;
    source?: string;
  } = {},
): string {
  const { name = 'reads', entity, target = 0.99, source = 'pushed' } = options;
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
${
  entity ? `  annotations:\n    maestro-conductor.dev/entity: ${entity}\n` : ''
}spec:
  service: gateway
  indicator:
    metadata: { name: ${name} }
    spec:
      ratioMetric:
        counter: false
        good: { metricSource: { type: ${source}, spec: { query: good } } }
        total: { metricSource: { type: ${source}, spec: { query: total } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${target} }]
`;
}
