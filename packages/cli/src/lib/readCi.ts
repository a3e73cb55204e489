import { readFileSync } from 'node:fs';

/**
 * What the pipeline says about itself. Each field is absent where it does not say.
 *
 * @internal
 */
export interface CiFacts {
  commit?: string;
  /** Full git ref, for example `refs/heads/main`. */
  ref?: string;
  run?: string;
  /** From 1. */
  attempt?: number;
  runUrl?: string;
  /** Name of the default branch, for example `main`. */
  defaultBranchName?: string;
}

type Environment = Record<string, string | undefined>;

/**
 * Reads the variables of GitHub Actions or GitLab CI; nothing outside of both.
 *
 * @internal
 */
export function readCi(env: Environment): CiFacts {
  if (env.GITHUB_ACTIONS === 'true') return readGitHub(env);
  if (env.GITLAB_CI === 'true') return readGitLab(env);
  return {};
}

interface GitHubEvent {
  repository?: { default_branch?: string };
  pull_request?: { head?: { sha?: string } };
}

function readGitHub(env: Environment): CiFacts {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
  return {
    // In a pull request GITHUB_SHA is a merge commit that exists for the run only.
    commit: event.pull_request?.head?.sha || env.GITHUB_SHA || undefined,
    ref: env.GITHUB_REF || undefined,
    run: GITHUB_RUN_ID || undefined,
    attempt: positiveInteger(env.GITHUB_RUN_ATTEMPT),
    runUrl:
      GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
        ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
        : undefined,
    defaultBranchName: event.repository?.default_branch || undefined,
  };
}

function readGitLab(env: Environment): CiFacts {
  return {
    commit: env.CI_COMMIT_SHA || undefined,
    ref: gitLabRef(env),
    run: env.CI_PIPELINE_ID || undefined,
    runUrl: env.CI_PIPELINE_URL || undefined,
    defaultBranchName: env.CI_DEFAULT_BRANCH || undefined,
  };
}

function gitLabRef(env: Environment): string | undefined {
  if (env.CI_MERGE_REQUEST_REF_PATH) return env.CI_MERGE_REQUEST_REF_PATH;
  if (env.CI_COMMIT_TAG) return `refs/tags/${env.CI_COMMIT_TAG}`;
  return env.CI_COMMIT_BRANCH
    ? `refs/heads/${env.CI_COMMIT_BRANCH}`
    : undefined;
}

// The event is a convenience: where it cannot be read, the variables still tell the rest.
function readEvent(path: string | undefined): GitHubEvent {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) ?? {};
  } catch {
    return {};
  }
}

function positiveInteger(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/**
 * Whether a ref is the default branch; undefined where there is no ref to judge.
 *
 * Without a known name `main` and `master` count as the default branch: evidence of any other branch must not move a score.
 *
 * @internal
 */
export function isDefaultBranch(
  ref: string | undefined,
  defaultBranchName: string | undefined,
): boolean | undefined {
  if (!ref) return undefined;
  const names = defaultBranchName ? [defaultBranchName] : ['main', 'master'];
  return names.some(name => ref === name || ref === `refs/heads/${name}`);
}
