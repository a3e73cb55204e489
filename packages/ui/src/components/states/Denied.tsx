import { Alert } from '@backstage/ui';

/** @public */
export interface DeniedProps {
  /** What may not be seen: `the score`. */
  what: string;
}

/** The reader may not see it: says so, and whom to ask. @public */
export const Denied = ({ what }: DeniedProps) => (
  <Alert
    status="info"
    icon
    title={`You may not see ${what}`}
    description="Your roles and groups do not allow it. Ask the owner of the entity, or an administrator of the portal."
  />
);
