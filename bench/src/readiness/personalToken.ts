import { HttpClient } from '../lib/HttpClient';

/** The token of the sample's person, whose every read depends on conditions. */
export async function personalToken(client: HttpClient): Promise<string> {
  const { body } = await client.get('/api/auth/bench/refresh');
  return JSON.parse(body).token;
}
