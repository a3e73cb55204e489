import { tenantOf } from './tenantOf';

describe('tenantOf', () => {
  it.each([
    [undefined, 'default'],
    [' ', 'default'],
    ['acme', 'acme'],
    ['t'.repeat(300), 't'.repeat(255)],
  ])('of the annotation %j is %j', (annotation, tenant) => {
    const annotations = annotation
      ? { 'maestro-conductor.dev/tenant': annotation }
      : undefined;
    expect(
      tenantOf({
        apiVersion: 'v1',
        kind: 'Component',
        metadata: { name: 'gateway', annotations },
      }),
    ).toBe(tenant);
  });
});
