import { mockCredentials } from '@backstage/backend-test-utils';
import request, { Response } from 'supertest';

/** Of an OpenAPI description, as much as is read here. */
interface Operation {
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    $ref?: string;
  }[];
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components?: { parameters?: Record<string, unknown> };
}

const AT = '2026-03-01T00:00:00.000Z';

/** What is sent for a parameter that must be given. */
const SAMPLES: Record<string, string> = {
  entity: 'component:default/gateway',
  environment: 'production',
  group: 'edge-team',
  name: 'slo.adherence',
  id: '00000000-0000-4000-8000-000000000000',
  from: AT,
  to: '2026-03-02T00:00:00.000Z',
  since: AT,
  after: '0',
};

const FACTS = {
  entityRefs: ['component:default/gateway'],
  environment: 'production',
};
const BODIES: Record<string, object> = {
  '/v1/facts': {
    facts: [
      {
        entityRef: 'component:default/gateway',
        environment: 'production',
        name: 'slo.adherence',
        type: 'number',
        value: 1,
        observedAt: AT,
      },
    ],
  },
  '/v1/facts/latest': FACTS,
  '/v1/facts/sheets': FACTS,
  '/v1/gate': { entity: 'gateway' },
  '/v1/evaluations': {},
  '/v1/scores/by-entities': { entities: ['gateway'] },
  '/v1/scorecards/validate': { weights: { slo: 1 } },
};

function pathOf(
  path: string,
  operation: Operation,
  description: Description,
): string {
  const parameters = (operation.parameters ?? []).map(parameter =>
    parameter.$ref
      ? (description.components?.parameters?.[
          parameter.$ref.split('/').at(-1)!
        ] as NonNullable<Operation['parameters']>[number])
      : parameter,
  );
  const sampleOf = (name: string) => {
    const sample = SAMPLES[name];
    if (!sample) throw new Error(`No sample for ${name} of ${path}`);
    return encodeURIComponent(sample);
  };
  const query = parameters
    .filter(parameter => parameter.in === 'query' && parameter.required)
    .map(({ name }) => `${name}=${sampleOf(name)}`);
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => sampleOf(name));
  return `${filled}?${query.join('&')}`;
}

/** Asks each operation that a plugin describes, as another plugin does, except for uploads. Answers by method and path. */
export async function askEveryRoute(
  server: Parameters<typeof request>[0],
  pluginId: string,
): Promise<Map<string, Response>> {
  const authorization = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:slo'),
    targetPluginId: pluginId,
  });
  const base = `/api/${pluginId}`;
  const { body: description }: { body: Description } = await request(
    server,
  ).get(`${base}/openapi.json`);
  const answers = new Map<string, Response>();
  for (const [described, operations] of Object.entries(description.paths)) {
    const path = described.replace(base, '');
    for (const [method, operation] of Object.entries(operations)) {
      if (method === 'post' && path === '/v1/records') continue;
      const url = `${base}${pathOf(path, operation, description)}`;
      const asked =
        method === 'get'
          ? request(server).get(url)
          : request(server)
              .post(url)
              .send(BODIES[path] ?? {});
      answers.set(
        `${method} ${path}`,
        await asked.set('authorization', authorization),
      );
    }
  }
  return answers;
}
