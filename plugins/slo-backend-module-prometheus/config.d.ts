import { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    prometheus?: {
      /** Servers that objectives may be measured by. No other address is ever asked, whatever a document says. */
      servers?: Array<{
        /** What documents call it: the `metadata.name` of their DataSource. An indicator that names none means the only server. */
        name: string;
        /** Base address, without `/api/v1`: `https://prometheus.example.org`. No user or password in it. */
        url: string;
        auth?: {
          /**
           * Sent as `Authorization: Bearer …`.
           *
           * @visibility secret
           */
          bearerToken?: string;
          /** User name and password of basic authentication. */
          username?: string;
          /** @visibility secret */
          password?: string;
        };
        /**
         * Further headers, for example `X-Scope-OrgID` of a server with tenants.
         *
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** File with the certificates (PEM) that the server's own is checked by, in place of those that Node.js knows. */
        caFile?: string;
        /** Longest time between two samples of one series; 1 minute where absent. */
        scrapeInterval?: HumanDuration | string;
        /** How long after a minute all its samples are there; 30 seconds where absent. */
        delay?: HumanDuration | string;
        /** How long a query may take; 20 seconds where absent. */
        timeout?: HumanDuration | string;
        /** Queries at the same time, 1 to 32; 4 where absent. */
        concurrency?: number;
      }>;
    };
  };
}
