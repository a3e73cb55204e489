import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  SampleAnswer,
  SampleSource,
  sloExtensionPoint,
} from '@maestro-conductor/plugin-slo-node';

/** Type of the metrics of the measured objectives. */
export const SOURCE = 'bench';

/** What is put into the tables beforehand is not asked for here. */
const MOST_MINUTES = 60;

/** Answers at once, and each time with other counts, so that a minute that is read again says something new. */
class InstantSource implements SampleSource {
  readonly type = SOURCE;
  #round = 0;

  check() {
    return { queries: [] };
  }

  async read(requests: Parameters<SampleSource['read']>[0]) {
    this.#round += 1;
    return new Map(
      requests.map(({ id, from, to }, index): [string, SampleAnswer] => {
        if (to - from > MOST_MINUTES) {
          return [id, { problem: 'Only minutes of the last hour are there.' }];
        }
        const total = 1_000 + ((index * 7) % 500) + this.#round;
        const samples = Array.from({ length: to - from }, (_, at) => ({
          minute: from + at,
          good: total - 1,
          total,
        }));
        return [id, { samples, readUntil: to }];
      }),
    );
  }
}

/** A source of samples that takes no time itself: what is measured is what the portal does with them. */
export const sourceModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { slo: sloExtensionPoint },
      async init({ slo }) {
        slo.addSampleSource(new InstantSource());
      },
    });
  },
});
