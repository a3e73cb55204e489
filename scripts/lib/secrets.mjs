import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Secrets of a local portal: made once, kept beside its data, readable by their owner only.
 * `ci-token` stands in a file of its own, because people hand it to the command line.
 */
export function localSecrets(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const read = name => {
    const file = path.join(dataDir, name);
    if (!fs.existsSync(file)) {
      fs.writeFileSync(file, randomBytes(32).toString('base64url'), {
        mode: 0o600,
      });
    }
    return fs.readFileSync(file, 'utf8');
  };
  return {
    ciToken: read('ci-token'),
    sessionSecret: read('session-secret'),
    identitySecret: read('identity-secret'),
  };
}
