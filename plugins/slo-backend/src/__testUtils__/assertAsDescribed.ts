import Ajv, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { spec } from '../schema/openapi';

type Method = 'get' | 'post';

interface Operation {
  responses: { 200: { content: { 'application/json': { schema: object } } } };
}

const ajv = new Ajv({ strict: false });
addFormats(ajv);
const compiled = new Map<object, ValidateFunction>();

/** What `openapi.yaml` says of an answer; whatever did not succeed is an error. */
function describedBy(method: Method, path: string, status: number): object {
  if (status !== 200) return spec.components.schemas.Error;
  const [asked] = path.split('?');
  const matches = (template: string) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked);
  const paths = Object.keys(spec.paths);
  // A path that is written out comes before one with a place in it.
  const template =
    paths.find(one => one === asked) ?? paths.find(matches) ?? asked;
  const operations: Record<string, { [M in Method]?: Operation }> = spec.paths;
  const operation = operations[template]?.[method];
  if (!operation) throw new Error(`openapi.yaml knows no ${method} ${asked}`);
  return operation.responses[200].content['application/json'].schema;
}

/** Throws where an answer is not what `openapi.yaml` says of it. */
export function assertAsDescribed(
  method: Method,
  path: string,
  { status, body }: { status: number; body: unknown },
): void {
  const schema = describedBy(method, path, status);
  const validate =
    compiled.get(schema) ??
    ajv.compile({ ...schema, components: spec.components });
  compiled.set(schema, validate);
  if (validate(body)) return;
  throw new Error(
    `${method} ${path} (${status}) is not as described: ${ajv.errorsText(
      validate.errors,
    )}`,
  );
}
