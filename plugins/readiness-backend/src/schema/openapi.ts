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
    '/v1/evaluations': {
      post: {
        operationId: 'EvaluateScores',
        description:
          'Computes and stores the scores of all entities of the scorecard in an environment now; answers when that is done. For administrators. 409 while it is going on already, 503 while the configured scorecard is invalid.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  environment: { type: 'string', minLength: 1, maxLength: 63 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What came of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EvaluationResult' },
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
    '/v1/scores/by-entities': {
      post: {
        operationId: 'GetScores',
        description:
          'The kept scores of up to 1,000 entities, in the order asked, each entity once: score, level, and of each dimension verdict, value, weight, points and reason. Titles and advice stand once, in the definitions. The facts behind each dimension come where `include` names them; of one entity GET /v1/scores/by-entity tells all. Nothing is evaluated: ask there too for a score that is missing, to have it evaluated or learn why there is none.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entities'],
                properties: {
                  entities: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: { type: 'string', minLength: 1, maxLength: 250 },
                  },
                  environment: { type: 'string', minLength: 1, maxLength: 63 },
                  include: {
                    type: 'array',
                    description:
                      'Parts of each dimension that are left out otherwise. With facts the answer is three times as long.',
                    maxItems: 1,
                    items: { type: 'string', enum: ['facts'] },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The scores that there are.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityScores' },
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
    '/v1/scores/changes': {
      get: {
        operationId: 'GetScoreChanges',
        description:
          'What changed in the score of an entity since a moment, dimension by dimension, with the cause.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'since',
            in: 'query',
            description:
              'A day or a moment as in ISO 8601; 7 days ago where absent, at most 366 days back.',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 40 },
          },
        ],
        responses: {
          '200': {
            description: 'The changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScoreChanges' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scores/facets': {
      get: {
        operationId: 'GetScoreFacets',
        description:
          "The values that a list can be narrowed by, with how many scores have each. A field's own values are left out of the filter for its own counts.",
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Environment' },
          { $ref: '#/components/parameters/Owners' },
          { $ref: '#/components/parameters/Systems' },
          { $ref: '#/components/parameters/Lifecycles' },
          { $ref: '#/components/parameters/Tags' },
          { $ref: '#/components/parameters/Levels' },
          { $ref: '#/components/parameters/Verdicts' },
          { $ref: '#/components/parameters/Dimension' },
          { $ref: '#/components/parameters/Search' },
        ],
        responses: {
          '200': {
            description: 'The facets.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScoreFacets' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scores/csv': {
      get: {
        operationId: 'ExportScores',
        description:
          'The list of scores as a file of at most 100,000 rows, RFC 4180 with a header row. A cell is empty where nothing was measured.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Environment' },
          { $ref: '#/components/parameters/Owners' },
          { $ref: '#/components/parameters/Systems' },
          { $ref: '#/components/parameters/Lifecycles' },
          { $ref: '#/components/parameters/Tags' },
          { $ref: '#/components/parameters/Levels' },
          { $ref: '#/components/parameters/Verdicts' },
          { $ref: '#/components/parameters/Dimension' },
          { $ref: '#/components/parameters/Search' },
          { $ref: '#/components/parameters/ScoreSort' },
          { $ref: '#/components/parameters/Order' },
        ],
        responses: {
          '200': {
            description: 'The file.',
            content: { 'text/csv': { schema: { type: 'string' } } },
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
          { $ref: '#/components/parameters/Owners' },
          { $ref: '#/components/parameters/Systems' },
          { $ref: '#/components/parameters/Lifecycles' },
          { $ref: '#/components/parameters/Tags' },
          { $ref: '#/components/parameters/Levels' },
          { $ref: '#/components/parameters/Verdicts' },
          { $ref: '#/components/parameters/Dimension' },
          { $ref: '#/components/parameters/Search' },
          { $ref: '#/components/parameters/ScoreSort' },
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
          'Readiness of groups over their own services and those of the groups that lie in them, each service once. Groups without services are left out. The services that belong to none of the groups come last, with an empty groupRef.',
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
    '/v1/teams/by-group': {
      get: {
        operationId: 'GetTeam',
        description:
          'Readiness of one group over its own services and those of the groups that lie in it.',
        security: [{}, { JWT: [] }],
        parameters: [
          {
            name: 'group',
            in: 'query',
            required: true,
            description:
              'group:default/platform, or platform for a group of the namespace default.',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 250 },
          },
          { $ref: '#/components/parameters/Environment' },
        ],
        responses: {
          '200': {
            description: 'The group.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TeamScore' },
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
        description:
          'How many services stand where, over all or those of an owner.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'owner',
            in: 'query',
            description:
              'Group or user ref; services of groups that lie in it are included.',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 250 },
          },
        ],
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
      Owners: {
        name: 'owner',
        in: 'query',
        description:
          'Group or user refs; scores of groups that lie in one are included. `none` is those that no group owns.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 250 },
        },
      },
      Systems: {
        name: 'system',
        in: 'query',
        description: 'System refs or names.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 250 },
        },
      },
      Lifecycles: {
        name: 'lifecycle',
        in: 'query',
        description: 'Lifecycles.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 250 },
        },
      },
      Tags: {
        name: 'tag',
        in: 'query',
        description: 'Tags of the entity.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 250 },
        },
      },
      Levels: {
        name: 'level',
        in: 'query',
        description:
          'Names of levels; none is below all levels or without a score.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 63 },
        },
      },
      Verdicts: {
        name: 'verdict',
        in: 'query',
        description: 'Verdicts of the dimension named, else of any dimension.',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 20,
          items: { $ref: '#/components/schemas/Verdict' },
        },
      },
      Dimension: {
        name: 'dimension',
        in: 'query',
        description:
          'Name of the dimension that must have the verdict; only with verdict.',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      Search: {
        name: 'search',
        in: 'query',
        description: 'Part of the title or the name.',
        allowReserved: true,
        schema: { type: 'string', maxLength: 200 },
      },
      ScoreSort: {
        name: 'sort',
        in: 'query',
        schema: { type: 'string', enum: ['score', 'title', 'owner', 'change'] },
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
      EvaluationResult: {
        type: 'object',
        additionalProperties: false,
        required: [
          'environment',
          'evaluated',
          'changed',
          'startedAt',
          'finishedAt',
        ],
        properties: {
          environment: { type: 'string' },
          evaluated: { type: 'integer', minimum: 0 },
          changed: {
            type: 'integer',
            minimum: 0,
            description:
              'Those whose score or verdicts or reasons differ from before.',
          },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
        },
      },
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
          dryRun: {
            type: 'boolean',
            description:
              'Decide, but keep nothing; the id of the answer is empty.',
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
      ScoreResult: {
        type: 'object',
        additionalProperties: false,
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
              'Absent where nothing was measured yet or no dimension applies.',
          },
          level: { type: 'string' },
          threshold: { type: 'number' },
          dimensions: {
            type: 'array',
            items: { $ref: '#/components/schemas/DimensionResult' },
          },
          definitionVersion: { type: 'integer' },
          evaluatedAt: { type: 'string', format: 'date-time' },
          inputsDigest: { type: 'string' },
        },
      },
      DimensionResult: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'verdict', 'value', 'weight', 'points', 'reason'],
        properties: {
          name: { type: 'string' },
          verdict: { $ref: '#/components/schemas/Verdict' },
          value: { type: 'number', minimum: 0, maximum: 1 },
          weight: { type: 'number' },
          points: { type: 'number' },
          reason: { type: 'string' },
          facts: {
            type: 'array',
            description: 'With include facts.',
            items: { $ref: '#/components/schemas/FactUsed' },
          },
        },
      },
      EntityScores: {
        type: 'object',
        required: ['items', 'definitions', 'missing'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreResult' },
          },
          definitions: {
            type: 'array',
            description: 'The versions that judged the items, by version.',
            items: { $ref: '#/components/schemas/ScorecardDefinition' },
          },
          missing: {
            type: 'array',
            description:
              'Refs of entities that do not exist, that the caller may not see, or whose score is not kept yet.',
            items: { type: 'string' },
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
          verdicts: {
            type: 'object',
            additionalProperties: { $ref: '#/components/schemas/Verdict' },
          },
          reconstructed: { type: 'boolean' },
        },
      },
      ScoreFacet: {
        type: 'object',
        required: ['value', 'title', 'services'],
        properties: {
          value: { type: 'string' },
          title: { type: 'string' },
          services: { type: 'integer', minimum: 1 },
        },
      },
      ScoreFacets: {
        type: 'object',
        required: ['system', 'lifecycle', 'tag', 'level', 'verdict'],
        properties: {
          system: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreFacet' },
          },
          lifecycle: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreFacet' },
          },
          tag: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreFacet' },
          },
          level: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreFacet' },
          },
          verdict: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScoreFacet' },
          },
        },
      },
      DimensionChange: {
        type: 'object',
        required: ['name', 'title', 'change', 'facts'],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          pointsBefore: { type: 'number', minimum: 0, maximum: 100.000001 },
          pointsAfter: { type: 'number', minimum: 0, maximum: 100.000001 },
          change: { type: 'number' },
          verdictBefore: { $ref: '#/components/schemas/Verdict' },
          verdictAfter: { $ref: '#/components/schemas/Verdict' },
          cause: {
            type: 'string',
            enum: ['evidence', 'age', 'rule', 'applies', 'unknown'],
            description: 'Absent where nothing moved.',
          },
          reason: { type: 'string' },
          nextStep: { type: 'string' },
          facts: {
            type: 'array',
            items: { $ref: '#/components/schemas/FactUsed' },
          },
        },
      },
      ScoreChanges: {
        type: 'object',
        required: [
          'entityRef',
          'environment',
          'since',
          'after',
          'items',
          'definitionChanges',
        ],
        properties: {
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          since: { type: 'string', format: 'date-time' },
          before: { $ref: '#/components/schemas/ScoreHistoryPoint' },
          after: { $ref: '#/components/schemas/ScoreHistoryPoint' },
          change: {
            type: 'number',
            description:
              'Of the score; absent where there was none, or is none.',
          },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DimensionChange' },
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
