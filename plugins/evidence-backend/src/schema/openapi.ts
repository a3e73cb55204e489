// Generated from openapi.yaml: change that file and run `yarn generate`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'evidence',
    version: '1',
    description: 'Evidence records and the facts that were read from them.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/records': {
      post: {
        operationId: 'PushRecords',
        description:
          'Keeps artifacts about entities. The part `manifest`, a JSON array of at most 200 items, comes first, then the file parts that the items name. Each item is judged on its own. At most 50 MiB a file and 200 MiB a request.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['manifest'],
                properties: {
                  manifest: { type: 'string', maxLength: 1048576 },
                },
                additionalProperties: { type: 'string', format: 'binary' },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each item.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushRecordsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      get: {
        operationId: 'ListRecords',
        description: 'Records of an entity, the last observed first.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          {
            name: 'kind',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { $ref: '#/components/schemas/EvidenceKind' },
            },
          },
          {
            name: 'environment',
            in: 'query',
            description:
              'Repeatable; the empty value stands for records bound to none.',
            allowEmptyValue: true,
            schema: {
              anyOf: [
                {
                  type: 'array',
                  maxItems: 20,
                  items: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^[^\\x00-\\x1f\\x7f]*$',
                  },
                },
                {
                  type: 'string',
                  maxLength: 63,
                  pattern: '^[^\\x00-\\x1f\\x7f]*$',
                },
              ],
            },
          },
          {
            name: 'producer',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              maxItems: 20,
              items: {
                type: 'string',
                maxLength: 255,
                pattern: '^[^\\x00-\\x1f\\x7f]*$',
              },
            },
          },
          {
            name: 'branch',
            in: 'query',
            description:
              'Git refs as they were pushed; the empty value stands for records without one.',
            allowEmptyValue: true,
            allowReserved: true,
            schema: {
              anyOf: [
                {
                  type: 'array',
                  maxItems: 20,
                  items: {
                    type: 'string',
                    maxLength: 250,
                    pattern: '^[^\\x00-\\x1f\\x7f]*$',
                  },
                },
                {
                  type: 'string',
                  maxLength: 250,
                  pattern: '^[^\\x00-\\x1f\\x7f]*$',
                },
              ],
            },
          },
          {
            name: 'from',
            in: 'query',
            description: 'Observed then or later, ISO 8601 with offset.',
            allowReserved: true,
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'to',
            in: 'query',
            description: 'Observed before, ISO 8601 with offset.',
            allowReserved: true,
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'freshness',
            in: 'query',
            schema: { type: 'string', enum: ['fresh', 'stale', 'ageless'] },
          },
          {
            name: 'search',
            in: 'query',
            description:
              'A part of the file name, a whole run, or the beginning of a commit or SHA-256.',
            allowEmptyValue: true,
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 200,
              pattern: '^[^\\x00-\\x1f\\x7f]*$',
            },
          },
          { $ref: '#/components/parameters/Commit' },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
          {
            name: 'cursor',
            in: 'query',
            schema: { type: 'string', minLength: 1, maxLength: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of records.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EvidenceRecordPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/records/facets': {
      get: {
        operationId: 'GetRecordFacets',
        description:
          'What the records of an entity can be filtered by, with how many have each value.',
        security: [{}, { JWT: [] }],
        parameters: [{ $ref: '#/components/parameters/Entity' }],
        responses: {
          '200': {
            description: 'The values, the most frequent first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordFacets' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/records/{id}': {
      get: {
        operationId: 'GetRecord',
        description: 'One record with the facts that were read from it.',
        security: [{}, { JWT: [] }],
        parameters: [{ $ref: '#/components/parameters/RecordId' }],
        responses: {
          '200': {
            description: 'The record.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordWithFacts' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/records/{id}/content': {
      get: {
        operationId: 'GetRecordContent',
        description:
          'The bytes as they were received; inline as plain text or bytes only. 410 where they are no longer kept.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/RecordId' },
          {
            name: 'disposition',
            in: 'query',
            schema: { type: 'string', enum: ['attachment', 'inline'] },
          },
        ],
        responses: {
          '200': {
            description: 'The bytes.',
            content: {
              'application/octet-stream': {
                schema: { type: 'string', format: 'binary' },
              },
              'text/plain': { schema: { type: 'string' } },
            },
          },
          '410': { $ref: '#/components/responses/Error' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/facts': {
      get: {
        operationId: 'GetFacts',
        description: 'The latest fact of each name about one entity.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
          { $ref: '#/components/parameters/Commit' },
          {
            name: 'name',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 200,
              items: {
                type: 'string',
                maxLength: 200,
                pattern: '^[a-z0-9_.]+$',
              },
            },
          },
        ],
        responses: {
          '200': {
            description: 'Facts by name.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FactsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'PutFacts',
        description:
          'Keeps facts that a plugin of the portal works out itself, of names whose first segment is its id. The same fact again changes nothing. Each is judged on its own.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['facts'],
                properties: {
                  facts: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: { $ref: '#/components/schemas/PluginFact' },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of them.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PutFactsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/facts/latest': {
      post: {
        operationId: 'GetLatestFacts',
        description:
          "The latest fact of each name about many entities: of the commit asked for before the default branch's, of the environment before bound to none. Services may name 1,000 entities, users 100; what they may not see is left out.",
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRefs', 'environment'],
                properties: {
                  entityRefs: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: { type: 'string', maxLength: 250 },
                  },
                  environment: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^[^\\x00-\\x1f\\x7f]*$',
                  },
                  names: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: {
                      type: 'string',
                      maxLength: 200,
                      pattern: '^[a-z0-9_.]+$',
                    },
                  },
                  commit: {
                    type: 'string',
                    maxLength: 100,
                    pattern: '^[^\\x00-\\x1f\\x7f]*$',
                  },
                  asOf: { type: 'string', maxLength: 40 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Facts by entity and name.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FactsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/facts/sheets': {
      post: {
        operationId: 'GetFactSheets',
        description:
          'All latest facts of many entities, of one environment and of none, in the compact form that other plugins of the suite read: about a third of the size of `/v1/facts/latest`. Services may name 1,000 entities, users 100; what they may not see is left out.',
        security: [{}, { JWT: [] }],
        parameters: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRefs', 'environment'],
                properties: {
                  entityRefs: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: { type: 'string', maxLength: 250 },
                  },
                  environment: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^[^\\x00-\\x1f\\x7f]*$',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Sheets in no particular order.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FactSheetsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/facts/history': {
      get: {
        operationId: 'GetFactHistory',
        description:
          'Every value of the default branch from `from` (inclusive) to `to` (exclusive), and the last one before.',
        security: [{}, { JWT: [] }],
        parameters: [
          { $ref: '#/components/parameters/Entity' },
          { $ref: '#/components/parameters/Environment' },
          {
            name: 'name',
            in: 'query',
            required: true,
            schema: {
              type: 'array',
              minItems: 1,
              maxItems: 50,
              items: {
                type: 'string',
                maxLength: 200,
                pattern: '^[a-z0-9_.]+$',
              },
            },
          },
          {
            name: 'from',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'to',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: { type: 'string', maxLength: 40 },
          },
        ],
        responses: {
          '200': {
            description: 'Facts, oldest first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FactsResponse' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/changes': {
      get: {
        operationId: 'GetChanges',
        description:
          'What changed after a position, for services. 410 where that is no longer kept, take a snapshot then.',
        security: [{}, { JWT: [] }],
        parameters: [
          {
            name: 'after',
            in: 'query',
            schema: { type: 'integer', minimum: 0 },
          },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'Changes in the order of their commits.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChangePage' },
              },
            },
          },
          '410': { $ref: '#/components/responses/Error' },
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
      RecordId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 36, pattern: '^[\\w-]+$' },
      },
      Entity: {
        name: 'entity',
        in: 'query',
        required: true,
        allowReserved: true,
        schema: { type: 'string', minLength: 1, maxLength: 250 },
      },
      Environment: {
        name: 'environment',
        in: 'query',
        allowEmptyValue: true,
        schema: {
          type: 'string',
          maxLength: 63,
          pattern: '^[^\\x00-\\x1f\\x7f]*$',
        },
      },
      Commit: {
        name: 'commit',
        in: 'query',
        allowEmptyValue: true,
        schema: {
          type: 'string',
          maxLength: 100,
          pattern: '^[^\\x00-\\x1f\\x7f]*$',
        },
      },
    },
    responses: {
      Error: {
        description: 'What went wrong.',
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
              statusCode: { type: 'integer' },
              stack: { type: 'string' },
              code: { type: 'string' },
            },
          },
          request: {
            type: 'object',
            required: ['method', 'url'],
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      EvidenceKind: {
        type: 'string',
        enum: [
          'coverage',
          'tests',
          'load',
          'chaos',
          'facts',
          'sbom',
          'scan',
          'attestation',
          'policy-decision',
          'deployment',
          'cost',
        ],
      },
      EvidenceRecord: {
        type: 'object',
        required: [
          'id',
          'tenant',
          'entityRef',
          'kind',
          'format',
          'mediaType',
          'fileName',
          'sha256',
          'size',
          'producer',
          'environment',
          'commit',
          'ref',
          'defaultBranch',
          'run',
          'attempt',
          'observedAt',
          'receivedAt',
        ],
        properties: {
          id: { type: 'string' },
          tenant: { type: 'string' },
          entityRef: { type: 'string' },
          kind: { $ref: '#/components/schemas/EvidenceKind' },
          format: { type: 'string' },
          mediaType: { type: 'string' },
          fileName: { type: 'string' },
          sha256: { type: 'string' },
          size: { type: 'integer' },
          producer: { type: 'string' },
          environment: { type: 'string' },
          commit: { type: 'string' },
          ref: { type: 'string' },
          defaultBranch: { type: 'boolean' },
          run: { type: 'string' },
          attempt: { type: 'integer' },
          runUrl: { type: 'string' },
          observedAt: { type: 'string', format: 'date-time' },
          receivedAt: { type: 'string', format: 'date-time' },
          freshUntil: { type: 'string', format: 'date-time' },
          contentRemovedAt: { type: 'string', format: 'date-time' },
        },
      },
      FacetValues: {
        type: 'array',
        maxItems: 200,
        items: {
          type: 'object',
          required: ['value', 'count'],
          properties: { value: { type: 'string' }, count: { type: 'integer' } },
        },
      },
      RecordFacets: {
        type: 'object',
        required: [
          'totalItems',
          'kinds',
          'environments',
          'producers',
          'branches',
        ],
        properties: {
          totalItems: { type: 'integer' },
          kinds: { $ref: '#/components/schemas/FacetValues' },
          environments: { $ref: '#/components/schemas/FacetValues' },
          producers: { $ref: '#/components/schemas/FacetValues' },
          branches: { $ref: '#/components/schemas/FacetValues' },
        },
      },
      RecordWithFacts: {
        allOf: [
          { $ref: '#/components/schemas/EvidenceRecord' },
          {
            type: 'object',
            required: ['facts'],
            properties: {
              facts: {
                type: 'array',
                items: { $ref: '#/components/schemas/Fact' },
              },
            },
          },
        ],
      },
      EvidenceRecordPage: {
        type: 'object',
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EvidenceRecord' },
          },
          totalItems: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      PushRecordsResponse: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['index', 'status'],
              properties: {
                index: { type: 'integer' },
                status: {
                  type: 'string',
                  enum: ['created', 'existing', 'rejected'],
                },
                record: { $ref: '#/components/schemas/EvidenceRecord' },
                facts: { type: 'integer' },
                error: {
                  type: 'object',
                  required: ['code', 'message'],
                  properties: {
                    code: { type: 'string' },
                    field: { type: 'string' },
                    message: { type: 'string' },
                  },
                },
              },
            },
          },
        },
      },
      PluginFact: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'environment',
          'name',
          'type',
          'value',
          'observedAt',
        ],
        properties: {
          entityRef: { type: 'string', maxLength: 250 },
          environment: {
            type: 'string',
            maxLength: 63,
            pattern: '^[^\\x00-\\x1f\\x7f]*$',
          },
          name: { type: 'string', maxLength: 200, pattern: '^[a-z0-9_.]+$' },
          type: {
            type: 'string',
            enum: [
              'number',
              'boolean',
              'string',
              'timestamp',
              'string[]',
              'object[]',
            ],
          },
          value: {},
          unit: { type: 'string', maxLength: 20 },
          observedAt: { type: 'string', maxLength: 40 },
          freshUntil: { type: 'string', maxLength: 40 },
        },
      },
      PutFactsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['written', 'unchanged', 'rejected'],
        properties: {
          written: { type: 'integer' },
          unchanged: { type: 'integer' },
          rejected: {
            type: 'array',
            items: {
              type: 'object',
              required: ['index', 'error'],
              properties: {
                index: { type: 'integer' },
                error: {
                  type: 'object',
                  required: ['code', 'message'],
                  properties: {
                    code: { type: 'string' },
                    field: { type: 'string' },
                    message: { type: 'string' },
                  },
                },
              },
            },
          },
        },
      },
      Fact: {
        type: 'object',
        required: [
          'tenant',
          'entityRef',
          'environment',
          'commit',
          'ref',
          'defaultBranch',
          'name',
          'type',
          'value',
          'observedAt',
          'source',
        ],
        properties: {
          tenant: { type: 'string' },
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          commit: { type: 'string' },
          ref: { type: 'string' },
          defaultBranch: { type: 'boolean' },
          name: { type: 'string' },
          type: {
            type: 'string',
            enum: [
              'number',
              'boolean',
              'string',
              'timestamp',
              'string[]',
              'object[]',
            ],
          },
          value: {},
          unit: { type: 'string' },
          observedAt: { type: 'string', format: 'date-time' },
          freshUntil: { type: 'string', format: 'date-time' },
          source: { type: 'string' },
          recordId: { type: 'string' },
        },
      },
      FactsResponse: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Fact' },
          },
        },
      },
      FactSheetsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'items'],
        properties: {
          version: {
            type: 'integer',
            const: 1,
            description: 'Another number is another format.',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['tenant', 'entityRef', 'environment', 'sheet'],
              properties: {
                tenant: { type: 'string' },
                entityRef: { type: 'string' },
                environment: { type: 'string' },
                sheet: { $ref: '#/components/schemas/FactSheet' },
              },
            },
          },
        },
      },
      FactSheet: {
        type: 'object',
        additionalProperties: false,
        required: ['origins', 'facts'],
        properties: {
          origins: {
            type: 'array',
            description:
              'Each is [commit, ref, observedAt, freshUntil or null, source, recordId or null].',
            items: {
              type: 'array',
              minItems: 6,
              maxItems: 6,
              items: { type: ['string', 'null'] },
            },
          },
          facts: {
            type: 'array',
            description:
              'Each is [name, type, value, unit or null, place of its origin].',
            items: { type: 'array', minItems: 5, maxItems: 5, items: {} },
          },
        },
      },
      ChangePage: {
        type: 'object',
        required: ['items', 'next', 'oldest'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['seq', 'tenant', 'entityRef', 'type', 'ref'],
              properties: {
                seq: { type: 'integer' },
                tenant: { type: 'string' },
                entityRef: { type: 'string' },
                type: { type: 'string' },
                ref: { type: 'string' },
              },
            },
          },
          next: { type: 'integer' },
          oldest: { type: 'integer' },
        },
      },
    },
  },
} as const;
