// Made from openapi.yaml by `yarn generate`; change it there.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'readiness',
    version: '1',
    description: 'Scores of services, their history, and the promotion gate.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/gate': {
      post: {
        operationId: 'AskGate',
        description:
          'Whether an entity may be promoted. Decided from the facts of this moment, and kept. 200 whatever the outcome.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/GateRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateDecision' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/gate/decisions': {
      get: {
        operationId: 'ListGateDecisions',
        description: 'What the gate answered about an entity, newest first.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of decisions.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/GateDecision' },
                    },
                    nextCursor: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/gate/decisions/{id}': {
      get: {
        operationId: 'GetGateDecision',
        description: 'One decision, as it was made.',
        security: [{}, { JWT: [] }],
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 36 },
          },
        ],
        responses: {
          '200': {
            description: 'The decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateDecision' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scores/by-entity': {
      get: {
        operationId: 'GetScore',
        description:
          'The score of an entity; evaluated on the spot where none is kept yet.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
        ],
        responses: {
          '200': {
            description: 'The score.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Score' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scores/history': {
      get: {
        operationId: 'GetScoreHistory',
        description:
          'The scores of an entity as they were, oldest first, and where the rule changed.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'days',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 365 },
          },
        ],
        responses: {
          '200': {
            description: 'The history.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'definitionChanges'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/ScoreHistoryPoint' },
                    },
                    definitionChanges: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['version', 'at', 'summary'],
                        properties: {
                          version: { type: 'integer' },
                          at: { type: 'string', format: 'date-time' },
                          summary: { type: 'string' },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scores': {
      get: {
        operationId: 'ListScores',
        description:
          'Scores of all entities that the caller may see, filtered, sorted and paged on the server.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'owner',
            in: 'query',
            description:
              'Group or user ref; scores of groups that lie in it are included.',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 250 },
          },
          {
            name: 'search',
            in: 'query',
            description: 'Part of the title or the name.',
            allowReserved: true,
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['score', 'title', 'owner', 'change'],
            },
          },
          { $ref: '#/components/parameters/Order' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of scores.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Score' },
                    },
                    nextCursor: { type: 'string' },
                    totalItems: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/teams': {
      get: {
        operationId: 'ListTeams',
        description:
          'Readiness of groups over their own services and those of the groups that lie in them, each service once. Groups without services are left out.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['tree', 'score', 'title', 'services'],
            },
          },
          { $ref: '#/components/parameters/Order' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of groups.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/TeamScore' },
                    },
                    nextCursor: { type: 'string' },
                    totalItems: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/summary': {
      get: {
        operationId: 'GetSummary',
        description: 'How many services stand where.',
        security: [{}, { JWT: [] }],
        parameters: [{ $ref: '#/components/parameters/Environment' }],
        responses: {
          '200': {
            description: 'The summary.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: [
                    'services',
                    'scored',
                    'ready',
                    'threshold',
                    'byLevel',
                    'environment',
                  ],
                  properties: {
                    services: { type: 'integer' },
                    scored: { type: 'integer' },
                    ready: { type: 'integer' },
                    threshold: { type: 'number' },
                    environment: { type: 'string' },
                    evaluatedAt: { type: 'string', format: 'date-time' },
                    byLevel: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['services'],
                        properties: {
                          level: { type: 'string' },
                          services: { type: 'integer' },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scorecards': {
      get: {
        operationId: 'GetScorecards',
        description:
          'The scorecard in force, the environments, and the problem where the configured one cannot be used.',
        security: [{}, { JWT: [] }],
        parameters: [],
        responses: {
          '200': {
            description: 'The scorecards.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'environments', 'defaultEnvironment'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/ScorecardDefinition',
                      },
                    },
                    environments: { type: 'array', items: { type: 'string' } },
                    defaultEnvironment: { type: 'string' },
                    problem: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scorecards/validate': {
      post: {
        operationId: 'ValidateScorecard',
        description:
          'Checks what would stand in the configuration of a scorecard, and changes nothing.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        responses: {
          '200': {
            description: 'The definition that it would give.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardDefinition' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    parameters: {
      Entity: {
        name: 'entity',
        in: 'query',
        required: true,
        description:
          'component:default/gateway, or gateway for a component of the namespace default.',
        allowReserved: true,
        schema: { type: 'string', minLength: 1, maxLength: 250 },
      },
      Environment: {
        name: 'environment',
        in: 'query',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      Order: {
        name: 'order',
        in: 'query',
        schema: { type: 'string', enum: ['asc', 'desc'] },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 100 },
      },
      Cursor: {
        name: 'cursor',
        in: 'query',
        schema: { type: 'string', minLength: 1, maxLength: 4096 },
      },
    },
    responses: {
      Error: {
        description: 'What was wrong, and the way out.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
            additionalProperties: true,
          },
          request: { type: 'object', additionalProperties: true },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      GateRequest: {
        type: 'object',
        required: ['entity'],
        properties: {
          entity: { type: 'string', minLength: 1, maxLength: 250 },
          environment: { type: 'string', minLength: 1, maxLength: 63 },
          commit: { type: 'string', maxLength: 100 },
          minimum: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description: 'May only raise the threshold.',
          },
        },
        description: 'Other fields are refused.',
      },
      GateReason: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string' },
          dimension: { type: 'string' },
          message: { type: 'string' },
          nextStep: { type: 'string' },
        },
      },
      FactUsed: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          value: {},
          unit: { type: 'string' },
          observedAt: { type: 'string', format: 'date-time' },
          freshUntil: { type: 'string', format: 'date-time' },
          commit: { type: 'string' },
          source: { type: 'string' },
          recordId: { type: 'string' },
        },
      },
      DimensionScore: {
        type: 'object',
        required: [
          'name',
          'title',
          'verdict',
          'value',
          'weight',
          'points',
          'maxPoints',
          'reason',
          'facts',
        ],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          verdict: { $ref: '#/components/schemas/Verdict' },
          value: { type: 'number', minimum: 0, maximum: 1 },
          weight: { type: 'number' },
          points: { type: 'number' },
          maxPoints: { type: 'number' },
          reason: { type: 'string' },
          nextStep: { type: 'string' },
          facts: {
            type: 'array',
            items: { $ref: '#/components/schemas/FactUsed' },
          },
        },
      },
      Verdict: {
        type: 'string',
        enum: [
          'passed',
          'partial',
          'failed',
          'no-data',
          'stale',
          'not-applicable',
          'exempt',
          'errored',
        ],
      },
      Score: {
        type: 'object',
        required: [
          'tenant',
          'scorecard',
          'entityRef',
          'environment',
          'threshold',
          'dimensions',
          'definitionVersion',
          'evaluatedAt',
          'inputsDigest',
        ],
        properties: {
          tenant: { type: 'string' },
          scorecard: { type: 'string' },
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          score: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description:
              'Absent where nothing was measured yet or no dimension applies. Such items come last in lists.',
          },
          level: { type: 'string' },
          threshold: { type: 'number' },
          dimensions: {
            type: 'array',
            items: { $ref: '#/components/schemas/DimensionScore' },
          },
          definitionVersion: { type: 'integer' },
          evaluatedAt: { type: 'string', format: 'date-time' },
          inputsDigest: { type: 'string' },
          title: { type: 'string', description: 'In lists' },
          owner: { type: 'string', description: 'In lists' },
          system: { type: 'string', description: 'In lists' },
          lifecycle: { type: 'string', description: 'In lists' },
          change: {
            type: 'number',
            description: 'In lists; of the score over the last 7 days',
          },
        },
      },
      ScoreHistoryPoint: {
        type: 'object',
        required: [
          'at',
          'definitionVersion',
          'threshold',
          'points',
          'reconstructed',
        ],
        properties: {
          at: { type: 'string', format: 'date-time' },
          score: { type: 'number' },
          level: { type: 'string' },
          definitionVersion: { type: 'integer' },
          threshold: { type: 'number' },
          points: { type: 'object', additionalProperties: { type: 'number' } },
          reconstructed: { type: 'boolean' },
        },
      },
      TeamScore: {
        type: 'object',
        required: [
          'groupRef',
          'title',
          'depth',
          'services',
          'scored',
          'ready',
          'dimensions',
        ],
        properties: {
          groupRef: { type: 'string' },
          title: { type: 'string' },
          parentRef: { type: 'string' },
          depth: { type: 'integer' },
          services: { type: 'integer' },
          scored: { type: 'integer' },
          ready: { type: 'integer' },
          score: { type: 'number' },
          dimensions: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              required: ['noData'],
              properties: {
                value: { type: 'number' },
                noData: { type: 'integer' },
              },
            },
          },
        },
      },
      GateDecision: {
        type: 'object',
        required: [
          'id',
          'tenant',
          'scorecard',
          'entityRef',
          'environment',
          'commit',
          'decision',
          'threshold',
          'blockers',
          'warnings',
          'dimensions',
          'inputsDigest',
          'askedBy',
          'decidedAt',
        ],
        properties: {
          id: { type: 'string' },
          tenant: { type: 'string' },
          scorecard: { type: 'string' },
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          commit: { type: 'string' },
          decision: {
            type: 'string',
            enum: ['pass', 'warn', 'fail', 'cannot-evaluate'],
          },
          score: { type: 'number' },
          level: { type: 'string' },
          threshold: { type: 'number' },
          blockers: {
            type: 'array',
            items: { $ref: '#/components/schemas/GateReason' },
          },
          warnings: {
            type: 'array',
            items: { $ref: '#/components/schemas/GateReason' },
          },
          dimensions: {
            type: 'array',
            items: { $ref: '#/components/schemas/DimensionScore' },
          },
          definitionVersion: { type: 'integer' },
          inputsDigest: { type: 'string' },
          askedBy: { type: 'string' },
          decidedAt: { type: 'string', format: 'date-time' },
        },
      },
      ScorecardDefinition: {
        type: 'object',
        required: [
          'name',
          'title',
          'version',
          'digest',
          'threshold',
          'levels',
          'dimensions',
        ],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          version: { type: 'integer' },
          digest: { type: 'string' },
          threshold: { type: 'number' },
          filter: { type: 'object', additionalProperties: true },
          levels: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'minimum'],
              properties: {
                name: { type: 'string' },
                minimum: { type: 'number' },
              },
            },
          },
          dimensions: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'name',
                'title',
                'weight',
                'value',
                'boundToCommit',
                'nextStep',
              ],
              properties: {
                name: { type: 'string' },
                title: { type: 'string' },
                weight: { type: 'number' },
                value: { type: 'object', additionalProperties: true },
                boundToCommit: { type: 'boolean' },
                nextStep: { type: 'string' },
                measure: { type: 'string' },
                documentationUrl: { type: 'string' },
                appliesTo: { type: 'object', additionalProperties: true },
              },
            },
          },
        },
      },
    },
  },
} as const;
