import Ajv, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { spec } from '../schema/openapi';

interface Operation {
  responses: { 200: { content: { 'application/json': { schema: object } } } };
}

const ajv = new Ajv({ strict: false });
addFormats(ajv);
const compiled = new Map<string, ValidateFunction>();
const ERROR = { $ref: '#/components/schemas/Error' };

/** The schema of an operation's answer; those that the document does not know answer with an error. */
function schemaOf(method: 'get' | 'post', path: string, status: number) {
  if (status !== 200) return ERROR;
  const [asked] = path.split('?');
  const [found] = Object.entries(spec.paths)
    .map(([template, methods]) => ({
      methods: methods as { get?: Operation; post?: Operation },
      pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
    }))
    .filter(({ methods, pattern }) => methods[method] && pattern.test(asked));
  const operation = found?.methods[method];
  if (!operation) throw new Error(`openapi.yaml knows no ${method} ${asked}`);
  return operation.responses[200].content['application/json'].schema;
}

/** Throws where an answer is not what `openapi.yaml` says of it. */
export function assertAsDescribed(
  method: 'get' | 'post',
  path: string,
  answer: { status: number; body: unknown },
): void {
  const schema = schemaOf(method, path, answer.status);
  const key = JSON.stringify(schema);
  const validate =
    compiled.get(key) ??
    ajv.compile({ ...schema, components: spec.components });
  compiled.set(key, validate);
  if (!validate(answer.body)) {
    throw new Error(
      `${method} ${path} (${
        answer.status
      }) is not as described: ${ajv.errorsText(validate.errors)}`,
    );
  }
}
