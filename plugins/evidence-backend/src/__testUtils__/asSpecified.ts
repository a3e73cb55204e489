import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Response } from 'supertest';
import { spec } from '../schema/openapi';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ $id: 'spec', ...spec });

type Answers = Record<string, { $ref?: string; content?: object }>;

/** Holds an answer against what the OpenAPI document says of its route. @throws Error where they differ. */
export function asSpecified(response: Response): void {
  const { method, url } = response.request as { method: string; url: string };
  const path = new URL(url).pathname.replace('/api/evidence', '');
  const route = Object.entries(spec.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  const operation = route && Object.entries(route[1]);
  const [, { responses } = { responses: {} as Answers }] =
    operation?.find(([name]) => name === method.toLowerCase()) ?? [];
  const status = response.status in responses ? response.status : 'default';
  const answer: Answers[string] | undefined = (responses as Answers)[status];
  if (!answer) {
    throw new Error(`${method} ${path} ${response.status} is not specified`);
  }
  const pointer = answer.$ref
    ? `spec${answer.$ref}`
    : `spec#/paths/${escape(
        route![0],
      )}/${method.toLowerCase()}/responses/${status}`;
  const content =
    answer.content ??
    (ajv.getSchema(pointer)?.schema as Answers[string]).content;
  if (!content || !(response.type in content)) {
    throw new Error(`${method} ${path} answers in ${response.type}`);
  }
  if (response.type !== 'application/json') {
    return;
  }
  const validate = ajv.getSchema(
    `${pointer}/content/${escape(response.type)}/schema`,
  );
  if (!validate?.(response.body)) {
    throw new Error(
      `${method} ${path} ${response.status}: ${ajv.errorsText(
        validate?.errors,
      )}`,
    );
  }
}

function escape(segment: string): string {
  return encodeURIComponent(segment.replace(/~/g, '~0').replace(/\//g, '~1'));
}
