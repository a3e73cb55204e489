import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  name: string;
  json: boolean;
  quick: boolean;
}

/**
 * Reads `NAME [--json] [--quick]`.
 *
 * @param known - names of benchmarks
 * @throws Error that says what is wrong, with the names there are
 */
export function parseArguments(
  argv: readonly string[],
  known: readonly string[],
): Arguments {
  const usage = `Usage: yarn bench NAME [--json] [--quick]. Benchmarks: ${known.join(
    ', ',
  )}`;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) {
    throw new Error(
      `Name one benchmark, not ${positionals.length || 'none'}.\n${usage}`,
    );
  }
  const [name] = positionals;
  if (!known.includes(name)) {
    throw new Error(`There is no benchmark ${name}.\n${usage}`);
  }
  return { name, json: values.json, quick: values.quick };
}
