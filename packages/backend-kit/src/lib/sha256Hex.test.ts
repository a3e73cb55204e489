import { sha256Hex } from './sha256Hex';

describe('sha256Hex', () => {
  it('hashes bytes and texts alike', () => {
    const empty =
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(sha256Hex('')).toBe(empty);
    expect(sha256Hex(new Uint8Array())).toBe(empty);
    expect(sha256Hex('ä')).toBe(sha256Hex(Buffer.from('ä', 'utf8')));
  });
});
