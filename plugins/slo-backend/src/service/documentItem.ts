import {
  DocumentItem,
  DocumentProblem,
  ObjectiveDetail,
} from '@maestro-conductor/plugin-slo-common';
import { KeptDocument, KeptObjective } from '../database/ObjectiveStore';

/** A document as people see it. */
export function documentItem(document: KeptDocument): DocumentItem {
  const { location, kind, entityRef, readAt, goodAt, error } = document;
  return {
    location,
    kind,
    ...(entityRef !== undefined && { entityRef }),
    readAt: readAt.toISOString(),
    ...(goodAt && { goodAt: goodAt.toISOString() }),
    ...(error !== undefined && { error }),
    problems: document.problems,
  };
}

/** Where an objective is declared, with what is wrong in that file. That it cannot be read now is one of the problems. */
export function declarationOf({
  definition,
  document,
}: KeptObjective): ObjectiveDetail['document'] {
  const { file, line } = definition.at;
  const { error, goodAt, readAt } = document;
  const unread: DocumentProblem[] =
    error === undefined
      ? []
      : [
          {
            severity: 'error',
            file,
            line: 1,
            rule: 'unreadable',
            message: `${error}. What was read${
              goodAt ? ` at ${goodAt.toISOString()}` : ''
            } holds until it can be read again`,
          },
        ];
  const own = document.problems.filter(problem => problem.file === file);
  return {
    location: file,
    line,
    readAt: (goodAt ?? readAt).toISOString(),
    problems: [...unread, ...own],
  };
}
