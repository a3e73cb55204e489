import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUpload } from './createUpload';

const record = { entity: 'gateway' };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conductor-upload-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: number): Promise<string> {
  const file = join(folder, name);
  const handle = await open(file, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return file;
}

describe('createUpload', () => {
  it('keeps files of the same name apart', async () => {
    const file = join(folder, 'a.xml');
    await writeFile(file, '<a/>');
    const form = await createUpload([file, file], record);
    expect([...form.keys()]).toEqual(['manifest', 'file0', 'file1']);
  });

  it('refuses an empty file', async () => {
    await expect(
      createUpload([await fileOf('empty', 0)], record),
    ).rejects.toThrow('is empty');
  });

  it('takes 50 MB, and not a byte more', async () => {
    const limit = 50 * 1024 * 1024;
    const form = await createUpload([await fileOf('most', limit)], record);
    expect((form.get('file0') as File).size).toBe(limit);
    await expect(
      createUpload([await fileOf('more', limit + 1)], record),
    ).rejects.toThrow('has 51 MB: the portal takes 50 MB at most');
  });

  it('refuses more than 200 MB together, and more than 200 files', async () => {
    const big = await fileOf('big', 50 * 1024 * 1024);
    await expect(
      createUpload([big, big, big, big, await fileOf('one', 1)], record),
    ).rejects.toThrow('push at most 200 MB at once');
    await expect(createUpload(Array(201).fill(big), record)).rejects.toThrow(
      'at most 200 at once',
    );
  });
});
