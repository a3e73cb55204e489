import { HumanDuration } from '@backstage/types';

export interface Config {
  evidence?: {
    /**
     * Who may push evidence, and about what. Whoever is not named here is refused; a person needs the permission evidence.record.create
     * for the entity besides. Rules of one subject do not add up: one rule must allow all of an item.
     */
    producers?: Array<{
      /**
       * Whose token it is: the `subject` of an entry of backend.auth.externalAccess exactly as written there, `plugin:<id>`, or a
       * user's entity ref.
       */
      subject: string;
      /** Entities it may speak for, as `component:default/gateway` or `gateway`. Entities, filter or both must be given. */
      entities?: string[];
      /** Entities besides those, in the catalog's filter language: `{ kind: component, spec.system: intelgraph }`. */
      filter?: object;
      /** Kinds of evidence it may push: coverage, tests, load, chaos, facts, sbom, scan, attestation, policy-decision, deployment, cost. */
      kinds: string[];
      /** Environments it may push for; '' stands for evidence that is bound to none. */
      environments: string[];
      /**
       * Names it may declare in a facts file (kind `facts`): a full name, or whole segments and `.*`, as in `test.*`. None where absent.
       * What is measured from other kinds needs no entry.
       */
      facts?: string[];
    }>;
    freshness?: {
      /** How long evidence of a kind counts as fresh, in place of the default. */
      kinds?: { [kind: string]: HumanDuration | string };
      /** How long single facts count as fresh, in place of their evidence's. */
      facts?: Array<{ name: string; for: HumanDuration | string }>;
    };
    /**
     * How long the bytes of artifacts of a kind are kept after they were received; for good where a kind is absent, which is the default
     * for all. Once a day those are removed that no record retains any more; record, hash and facts stay.
     */
    retention?: { [kind: string]: HumanDuration | string };
    /**
     * How long facts stay in the history after they were received; for good where absent. The latest of each name always stays. Give more
     * than the longest trend that anybody looks at.
     */
    factRetention?: HumanDuration | string;
    catalog?: {
      watch?: {
        /** How often the catalog is looked through for changes; 30 seconds where absent. */
        frequency?: HumanDuration | string;
      };
    };
    feed?: {
      /** How long changes stay on the feed for consumers; 7 days where absent. */
      retention?: HumanDuration | string;
    };
  };
}
