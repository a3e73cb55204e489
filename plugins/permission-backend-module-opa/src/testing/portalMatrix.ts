import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { PolicyInput } from '../policy/PolicyInput';

/** The portal policy as it is kept, beside its sources. */
export const PORTAL_BUNDLE = resolvePackagePath(
  '@maestro-conductor/policies',
  'dist',
  'portal',
);

/** Who may do what, written by hand; the Rego tests read the same file. */
export interface PortalMatrix {
  people: Record<string, Pick<PolicyInput, 'user'>>;
  /** Names of people, in the order of each row's effects. */
  columns: string[];
  rows: Array<{
    permission: PolicyInput['permission'];
    effects: Array<'allow' | 'deny' | 'conditional'>;
  }>;
}

/** Reads the expected decisions of the portal policy. */
export function readPortalMatrix(): PortalMatrix {
  const path = resolvePackagePath(
    '@maestro-conductor/policies',
    'testdata',
    'portal.json',
  );
  return JSON.parse(readFileSync(path, 'utf8')).portal;
}
