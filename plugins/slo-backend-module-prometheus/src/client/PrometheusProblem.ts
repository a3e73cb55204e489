/**
 * What kept a query from being answered. `query`: this one cannot be; `server`: the server cannot be asked now; `slow`: it took too long;
 * `too-large`: a shorter range may work.
 */
export type ProblemKind = 'query' | 'server' | 'slow' | 'too-large';

/** One sentence for people, without secrets. */
export class PrometheusProblem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string) {
    super(message);
    this.name = 'PrometheusProblem';
    this.kind = kind;
  }
}
