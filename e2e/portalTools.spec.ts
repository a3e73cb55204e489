import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { signIn } from './signIn';
import { tokenOf } from './tokenOf';

test('an engineer starts a service and finds out what it needs', async ({
  page,
}) => {
  // No other run has taken this name.
  const name = `berth-planner-${Date.now().toString(36)}`;
  await signIn(page, 'Edda Engineer');
  await expect(page).toHaveURL(/\/home$/);

  // Create: the form, and what it will do.
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  await page.getByRole('button', { name: /choose/i }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page
    .getByRole('textbox', { name: /What it does/ })
    .fill('Plans: who "berths" where, and when');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/Owning team/).click();
  await page.getByRole('option', { name: /Edge Team/ }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText(name)).toBeVisible();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText(/There is no evidence yet/)).toBeVisible({
    timeout: 90_000,
  });

  // The service is in the catalog, and its readiness says what is missing.
  await page.getByRole('link', { name: 'Open the service' }).click();
  await expect(page).toHaveURL(new RegExp(`/component/${name}`));
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Readiness' })
    .click();
  await expect(async () => {
    await page.reload();
    await expect(
      page
        .getByRole('table', { name: 'Dimensions' })
        .getByRole('row', { name: /^Test coverage/ }),
    ).toContainText('no data', { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
});

test('a search for docs that nobody has opened yet finds nothing, and is no error', async ({
  page,
}) => {
  await signIn(page, 'Edda Engineer');
  await expect(async () => {
    await page.goto('/search?query=nobody-wrote-this&types[]=techdocs');
    await expect(page.getByText(/no results were found/)).toBeVisible({
      timeout: 5_000,
    });
    // What was read a quarter of a minute after the start.
  }).toPass({ timeout: 60_000 });
});

test('an AI client gets the same answers by MCP, and nothing without a token', async ({
  page,
  baseURL,
}) => {
  const ciToken = fs.readFileSync(
    path.join(process.env.CONDUCTOR_E2E_DATA!, 'ci-token'),
    'utf8',
  );
  const personToken = await tokenOf(page, 'Lars Lead');

  for (const token of [ciToken, personToken]) {
    const client = await connect(baseURL!, token);
    const { tools } = await client.listTools();
    expect(tools.map(tool => tool.name).sort()).toEqual([
      'readiness.check-promotion-gate',
      'readiness.get-readiness-score',
      'slo.get-objective-status',
    ]);
    expect(tools.every(tool => tool.annotations?.readOnlyHint)).toBe(true);

    // A portal that has just started may still be taking in the sample evidence.
    await expect
      .poll(
        async () =>
          (
            await client.callTool({
              name: 'readiness.get-readiness-score',
              arguments: { entity: 'policy-reasoner' },
            })
          ).structuredContent,
        { timeout: 120_000 },
      )
      .toMatchObject({
        entity: 'component:default/policy-reasoner',
        score: expect.any(Number),
        dimensions: expect.arrayContaining([
          expect.objectContaining({ reason: expect.any(String) }),
        ]),
      });

    const gate = await client.callTool({
      name: 'readiness.check-promotion-gate',
      arguments: { entity: 'policy-reasoner' },
    });
    expect(gate.structuredContent).toMatchObject({ decision: 'fail' });

    const objectives = await client.callTool({
      name: 'slo.get-objective-status',
      arguments: { entity: 'maestro-ui' },
    });
    expect(objectives.structuredContent).toMatchObject({
      objectives: expect.arrayContaining([
        expect.objectContaining({
          status: 'no-traffic',
          reason: expect.any(String),
        }),
      ]),
    });

    const unknown = await client.callTool({
      name: 'readiness.get-readiness-score',
      arguments: { entity: 'gatway' },
    });
    expect(unknown).toMatchObject({ isError: true });
    expect(JSON.stringify(unknown.content)).toContain('NotFoundError');
    await client.close();
  }

  for (const token of [undefined, 'not-a-token']) {
    await expect(connect(baseURL!, token)).rejects.toThrow(/401|Unauthorized/);
  }
});

/** A client of the portal's MCP server; with `token` as its only credential. */
async function connect(baseUrl: string, token?: string): Promise<Client> {
  const client = new Client({ name: 'portal-story', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${baseUrl}/api/mcp-actions/v1`),
      {
        requestInit: {
          headers: token ? { authorization: `Bearer ${token}` } : {},
        },
      },
    ),
  );
  return client;
}
