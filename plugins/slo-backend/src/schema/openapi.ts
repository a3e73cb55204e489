// Generated from openapi.yaml: change that file and run `yarn generate`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'slo',
    version: '1',
    description:
      'Objectives of services, what is left of their error budgets, and how fast these burn.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/objectives': {
      get: {
        operationId: 'ListObjectives',
        description:
          'A page of a board, most urgent first where nothing else is asked for. Parameters that repeat mean any of their values. The summary counts over all pages, without the filters `status` and `burning`.',
        security: [{}, { JWT: [] }],
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Groups, with all that lie in them, or users. A name alone is a group of the default namespace; `none` is what no group owns.',
            schema: { $ref: '#/components/schemas/Names' },
          },
          {
            name: 'entityRef',
            in: 'query',
            allowReserved: true,
            schema: { $ref: '#/components/schemas/Names' },
          },
          {
            name: 'status',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { $ref: '#/components/schemas/ObjectiveStatus' },
            },
          },
          {
            name: 'burning',
            in: 'query',
            description: 'Only those of which an alert row fires.',
            schema: { type: 'boolean' },
          },
          {
            name: 'window',
            in: 'query',
            allowReserved: true,
            description: 'Windows as written, for example 30d.',
            schema: { $ref: '#/components/schemas/Names' },
          },
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          { $ref: '#/components/parameters/Text' },
          {
            name: 'sort',
            in: 'query',
            description: 'What has no value of it comes last in either order.',
            schema: {
              type: 'string',
              enum: ['urgency', 'budget', 'burn', 'title', 'entity', 'actual'],
              default: 'urgency',
            },
          },
          {
            name: 'order',
            in: 'query',
            description:
              'Where absent, what matters most comes first, `desc` for burn and `asc` for the others.',
            schema: { type: 'string', enum: ['asc', 'desc'] },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ObjectivePage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/objectives/by-entities': {
      post: {
        operationId: 'GetObjectivesByEntities',
        description:
          "The objectives of some entities, most urgent first, at most 2,000. Entities that are unknown, or not for the caller's eyes, have none.",
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['entityRefs'],
                additionalProperties: false,
                properties: {
                  entityRefs: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: { type: 'string', minLength: 1, maxLength: 255 },
                  },
                  environment: { type: 'string', minLength: 1, maxLength: 63 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What they have.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  additionalProperties: false,
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/ObjectiveItem' },
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
    '/v1/objectives/{id}': {
      get: {
        operationId: 'GetObjective',
        description:
          'One objective with its document and its burns of the last 90 days.',
        security: [{}, { JWT: [] }],
        parameters: [{ $ref: '#/components/parameters/Id' }],
        responses: {
          '200': {
            description: 'The objective.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ObjectiveDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/objectives/{id}/series': {
      get: {
        operationId: 'GetObjectiveSeries',
        description:
          'The charts of an objective; of its window where no range is given.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Id' },
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', format: 'date-time', maxLength: 40 },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', format: 'date-time', maxLength: 40 },
          },
          {
            name: 'points',
            in: 'query',
            description: 'The most there may be; steps are whole time slices.',
            schema: { type: 'integer', minimum: 2, maximum: 500, default: 300 },
          },
        ],
        responses: {
          '200': {
            description: 'What was seen, step by step.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ObjectiveSeries' },
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
          'Groups that own objectives, themselves or by groups below them, each objective once per group; most urgent first. What no group owns comes last.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Text' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TeamBoardPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/samples': {
      post: {
        operationId: 'PushSamples',
        description:
          'Takes counts of good and of all events. For producers of evidence (`evidence.producers`) that may push facts. A series that is wrong is rejected by itself and keeps no other from being taken; the same samples again change nothing.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['items'],
                additionalProperties: false,
                properties: {
                  items: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: { $ref: '#/components/schemas/PushedSeries' },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each series, in their order.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  additionalProperties: false,
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/PushSamplesResult' },
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
    '/v1/documents': {
      get: {
        operationId: 'ListDocuments',
        description:
          'Where objectives are declared, with what is wrong there. For administrators.',
        security: [{}, { JWT: [] }],
        parameters: [
          {
            name: 'problems',
            in: 'query',
            description:
              'Only those with a problem, or that could not be read the last time.',
            schema: { type: 'boolean' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentPage' },
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
      Id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 128 },
      },
      Text: {
        name: 'text',
        in: 'query',
        allowReserved: true,
        description: 'What a title or a name holds.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
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
      Names: {
        type: 'array',
        maxItems: 100,
        items: { type: 'string', minLength: 1, maxLength: 255 },
      },
      ObjectiveStatus: {
        type: 'string',
        enum: ['breached', 'warning', 'ok', 'insufficient-data', 'no-traffic'],
      },
      Severity: { type: 'string', enum: ['page', 'ticket'] },
      Burn: { type: ['number', 'null'], minimum: 0 },
      ObjectiveWindow: {
        oneOf: [
          {
            type: 'object',
            required: ['kind', 'duration'],
            additionalProperties: false,
            properties: {
              kind: { const: 'rolling' },
              duration: { type: 'string' },
            },
          },
          {
            type: 'object',
            required: ['kind', 'duration', 'startTime', 'timeZone'],
            additionalProperties: false,
            properties: {
              kind: { const: 'calendar' },
              duration: { type: 'string' },
              startTime: { type: 'string' },
              timeZone: { type: 'string' },
            },
          },
        ],
      },
      AlertRow: {
        type: 'object',
        required: [
          'name',
          'severity',
          'budgetShare',
          'longMinutes',
          'shortMinutes',
          'factor',
        ],
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          budgetShare: { type: 'number' },
          longMinutes: { type: 'number' },
          shortMinutes: { type: 'number' },
          factor: { type: 'number' },
        },
      },
      ObjectiveQuery: {
        type: 'object',
        required: ['role', 'source', 'text'],
        additionalProperties: false,
        properties: {
          role: { type: 'string' },
          source: { type: 'string' },
          text: { type: 'string' },
        },
      },
      Objective: {
        type: 'object',
        required: [
          'id',
          'tenant',
          'entityRef',
          'environment',
          'slo',
          'objective',
          'title',
          'target',
          'budgetingMethod',
          'window',
          'alertRows',
          'queries',
        ],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^[0-9a-f]{16}$' },
          tenant: { type: 'string' },
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          slo: { type: 'string' },
          objective: { type: 'string' },
          title: { type: 'string' },
          description: { type: 'string' },
          target: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
          budgetingMethod: {
            type: 'string',
            enum: ['Occurrences', 'Timeslices', 'RatioTimeslices'],
          },
          sliceMinutes: { type: 'integer', minimum: 1 },
          sliceTarget: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
          window: { $ref: '#/components/schemas/ObjectiveWindow' },
          alertRows: {
            type: 'array',
            items: { $ref: '#/components/schemas/AlertRow' },
          },
          queries: {
            type: 'array',
            items: { $ref: '#/components/schemas/ObjectiveQuery' },
          },
          unitCost: {
            type: 'object',
            required: ['currency', 'per', 'unit'],
            additionalProperties: false,
            properties: {
              currency: { type: 'string' },
              per: { type: 'number' },
              unit: { type: 'string' },
              target: { type: 'number' },
            },
          },
          ownerRef: { type: 'string' },
        },
      },
      BurnState: {
        type: 'object',
        required: ['row', 'firing'],
        additionalProperties: false,
        properties: {
          row: { type: 'string' },
          long: { type: 'number' },
          short: { type: 'number' },
          firing: { type: 'boolean' },
          since: { type: 'string', format: 'date-time' },
        },
      },
      UnitCost: {
        type: 'object',
        required: ['currency', 'per', 'unit'],
        additionalProperties: false,
        properties: {
          currency: { type: 'string' },
          per: { type: 'number' },
          unit: { type: 'string' },
          target: { type: 'number' },
          value: { type: 'number' },
          reason: { type: 'string' },
          from: { type: 'string' },
          to: { type: 'string' },
        },
      },
      ObjectiveState: {
        type: 'object',
        required: [
          'status',
          'reason',
          'evaluatedAt',
          'window',
          'budgetMinutes',
          'coverage',
          'burns',
          'burnRates',
        ],
        additionalProperties: false,
        properties: {
          status: { $ref: '#/components/schemas/ObjectiveStatus' },
          reason: { type: 'string' },
          evaluatedAt: { type: 'string', format: 'date-time' },
          window: {
            type: 'object',
            required: ['from', 'to'],
            additionalProperties: false,
            properties: {
              from: { type: 'string', format: 'date-time' },
              to: { type: 'string', format: 'date-time' },
            },
          },
          actual: { type: 'number', minimum: 0, maximum: 1 },
          total: { type: 'number', minimum: 0 },
          bad: { type: 'number', minimum: 0 },
          budgetLeft: { type: 'number', maximum: 1 },
          budgetLeftMinutes: { type: 'number' },
          budgetMinutes: { type: 'number', minimum: 0 },
          exhaustedAt: { type: 'string', format: 'date-time' },
          usedUpSince: { type: 'string', format: 'date-time' },
          coverage: {
            type: 'object',
            required: ['share'],
            additionalProperties: false,
            properties: {
              share: { type: 'number', minimum: 0, maximum: 1 },
              from: { type: 'string', format: 'date-time' },
              lastSampleAt: { type: 'string', format: 'date-time' },
            },
          },
          burns: {
            type: 'array',
            items: { $ref: '#/components/schemas/BurnState' },
          },
          burnRates: {
            type: 'object',
            required: ['1h', '6h', '1d', '3d'],
            additionalProperties: false,
            properties: {
              '1h': { $ref: '#/components/schemas/Burn' },
              '6h': { $ref: '#/components/schemas/Burn' },
              '1d': { $ref: '#/components/schemas/Burn' },
              '3d': { $ref: '#/components/schemas/Burn' },
            },
          },
          unitCost: { $ref: '#/components/schemas/UnitCost' },
        },
      },
      SourceProblem: {
        type: 'object',
        required: ['message', 'since'],
        additionalProperties: false,
        properties: {
          message: { type: 'string' },
          since: { type: 'string', format: 'date-time' },
        },
      },
      TrendPoint: {
        type: 'object',
        required: ['day', 'actual'],
        additionalProperties: false,
        properties: {
          day: { type: 'string', format: 'date' },
          actual: { type: ['number', 'null'], minimum: 0, maximum: 1 },
        },
      },
      ObjectiveItem: {
        type: 'object',
        required: ['objective', 'trend'],
        properties: {
          objective: { $ref: '#/components/schemas/Objective' },
          state: { $ref: '#/components/schemas/ObjectiveState' },
          sourceProblem: { $ref: '#/components/schemas/SourceProblem' },
          trend: {
            type: 'array',
            items: { $ref: '#/components/schemas/TrendPoint' },
          },
        },
      },
      BoardSummary: {
        type: 'object',
        required: ['total', 'byStatus', 'burning', 'pending'],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', minimum: 0 },
          byStatus: {
            type: 'object',
            required: [
              'breached',
              'warning',
              'ok',
              'insufficient-data',
              'no-traffic',
            ],
            additionalProperties: { type: 'integer', minimum: 0 },
          },
          burning: { type: 'integer', minimum: 0 },
          pending: { type: 'integer', minimum: 0 },
          oldestEvaluation: { type: 'string', format: 'date-time' },
        },
      },
      ObjectivePage: {
        type: 'object',
        required: ['items', 'summary', 'windows', 'environments'],
        additionalProperties: false,
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ObjectiveItem' },
          },
          summary: { $ref: '#/components/schemas/BoardSummary' },
          windows: { type: 'array', items: { type: 'string' } },
          environments: { type: 'array', items: { type: 'string' } },
          nextCursor: { type: 'string' },
        },
      },
      DocumentProblem: {
        type: 'object',
        required: ['severity', 'file', 'line', 'rule', 'message'],
        additionalProperties: false,
        properties: {
          severity: { type: 'string', enum: ['error', 'warning'] },
          file: { type: 'string' },
          line: { type: 'integer', minimum: 1 },
          rule: { type: 'string' },
          message: { type: 'string' },
        },
      },
      ObjectiveDetail: {
        allOf: [
          { $ref: '#/components/schemas/ObjectiveItem' },
          {
            type: 'object',
            required: ['document', 'history'],
            properties: {
              document: {
                type: 'object',
                required: ['location', 'line', 'readAt', 'problems'],
                additionalProperties: false,
                properties: {
                  location: { type: 'string' },
                  line: { type: 'integer', minimum: 1 },
                  readAt: { type: 'string', format: 'date-time' },
                  problems: {
                    type: 'array',
                    items: { $ref: '#/components/schemas/DocumentProblem' },
                  },
                },
              },
              history: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['row', 'severity', 'startedAt', 'peak'],
                  additionalProperties: false,
                  properties: {
                    row: { type: 'string' },
                    severity: { $ref: '#/components/schemas/Severity' },
                    startedAt: { type: 'string', format: 'date-time' },
                    endedAt: { type: 'string', format: 'date-time' },
                    peak: { type: 'number' },
                  },
                },
              },
            },
          },
        ],
      },
      ObjectiveSeries: {
        type: 'object',
        required: ['from', 'to', 'stepMinutes', 'points'],
        additionalProperties: false,
        properties: {
          from: { type: 'string', format: 'date-time' },
          to: { type: 'string', format: 'date-time' },
          stepMinutes: { type: 'integer', minimum: 1 },
          points: {
            type: 'array',
            items: {
              type: 'object',
              required: ['time', 'total', 'bad', 'budgetLeft', 'burn'],
              additionalProperties: false,
              properties: {
                time: { type: 'string', format: 'date-time' },
                total: { type: ['number', 'null'], minimum: 0 },
                bad: { type: ['number', 'null'], minimum: 0 },
                budgetLeft: { type: ['number', 'null'], maximum: 1 },
                burn: {
                  type: 'object',
                  description: 'By minutes of the window.',
                  additionalProperties: { $ref: '#/components/schemas/Burn' },
                },
              },
            },
          },
          ideal: {
            type: 'array',
            items: {
              type: 'object',
              required: ['time', 'budgetLeft'],
              additionalProperties: false,
              properties: {
                time: { type: 'string', format: 'date-time' },
                budgetLeft: { type: 'number' },
              },
            },
          },
        },
      },
      TeamBoardPage: {
        type: 'object',
        required: ['items'],
        additionalProperties: false,
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['groupRef', 'title', 'summary'],
              additionalProperties: false,
              properties: {
                groupRef: {
                  type: ['string', 'null'],
                  description: 'Null for what no group owns.',
                },
                title: { type: 'string' },
                summary: { $ref: '#/components/schemas/BoardSummary' },
                worst: {
                  type: 'object',
                  required: ['id', 'title', 'entityRef', 'budgetLeft'],
                  additionalProperties: false,
                  properties: {
                    id: { type: 'string' },
                    title: { type: 'string' },
                    entityRef: { type: 'string' },
                    budgetLeft: { type: 'number' },
                  },
                },
              },
            },
          },
          nextCursor: { type: 'string' },
        },
      },
      PushedSeries: {
        type: 'object',
        description:
          'Samples of one objective: `entityRef`, `slo`, `objective` where the SLO has several, `environment` (production where absent), `series` (who counted), `form` (`delta` or `counter`), and `samples`, 1 to 1,440 of `time` (ISO 8601, a whole minute), `minutes` (1 to 60), `good` and `total`. Checked series by series, so that one that is wrong rejects no other.',
      },
      PushSamplesResult: {
        type: 'object',
        required: ['index', 'status'],
        additionalProperties: false,
        properties: {
          index: { type: 'integer', minimum: 0 },
          status: { type: 'string', enum: ['accepted', 'rejected'] },
          changed: { type: 'integer', minimum: 0 },
          error: {
            type: 'object',
            required: ['code', 'field', 'message'],
            additionalProperties: false,
            properties: {
              code: { type: 'string' },
              field: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
      DocumentPage: {
        type: 'object',
        required: ['items'],
        additionalProperties: false,
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['location', 'kind', 'readAt', 'problems'],
              additionalProperties: false,
              properties: {
                location: { type: 'string' },
                kind: { type: 'string', enum: ['folder', 'entity'] },
                entityRef: { type: 'string' },
                readAt: { type: 'string', format: 'date-time' },
                goodAt: { type: 'string', format: 'date-time' },
                error: { type: 'string' },
                problems: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/DocumentProblem' },
                },
              },
            },
          },
          nextCursor: { type: 'string' },
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
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
    },
  },
} as const;
