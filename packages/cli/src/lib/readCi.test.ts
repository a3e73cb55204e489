import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDefaultBranch, readCi } from './readCi';

describe('readCi', () => {
  it('says nothing outside of CI, whatever variables are left over', () => {
    expect(readCi({ GITHUB_SHA: 'abc', CI_COMMIT_SHA: 'def' })).toEqual({});
  });

  it("takes the pull request's own commit from the event of GitHub", () => {
    const folder = mkdtempSync(join(tmpdir(), 'conductor-event-'));
    const event = join(folder, 'event.json');
    writeFileSync(
      event,
      JSON.stringify({
        repository: { default_branch: 'trunk' },
        pull_request: { head: { sha: 'head' } },
      }),
    );
    const facts = readCi({
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_PATH: event,
      GITHUB_SHA: 'merge',
      GITHUB_REF: 'refs/pull/5/merge',
    });
    rmSync(folder, { recursive: true });
    expect(facts).toMatchObject({
      commit: 'head',
      ref: 'refs/pull/5/merge',
      defaultBranchName: 'trunk',
    });
  });

  it.each([
    [{ CI_COMMIT_BRANCH: 'main' }, 'refs/heads/main'],
    [{ CI_COMMIT_TAG: 'v1' }, 'refs/tags/v1'],
    [
      {
        CI_COMMIT_BRANCH: 'x',
        CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/1/head',
      },
      'refs/merge-requests/1/head',
    ],
    [{}, undefined],
  ])('reads the ref of GitLab from %j', (variables, ref) => {
    expect(readCi({ GITLAB_CI: 'true', ...variables }).ref).toBe(ref);
  });

  it.each(['0', 'x', '', '-1', '1.5'])(
    'does not take "%s" for an attempt',
    attempt => {
      const env = { GITHUB_ACTIONS: 'true', GITHUB_RUN_ATTEMPT: attempt };
      expect(readCi(env).attempt).toBeUndefined();
    },
  );
});

describe('isDefaultBranch', () => {
  it.each([
    [undefined, 'main', undefined],
    ['refs/heads/trunk', 'trunk', true],
    ['trunk', 'trunk', true],
    ['refs/heads/main', 'trunk', false],
    ['refs/heads/not/trunk', 'trunk', false],
    ['refs/tags/trunk', 'trunk', false],
    ['refs/heads/main', undefined, true],
    ['refs/heads/master', undefined, true],
    ['refs/heads/feature', undefined, false],
  ])('%s with default branch %s: %s', (ref, name, expected) => {
    expect(isDefaultBranch(ref, name)).toBe(expected);
  });
});
