import { spawnSync } from 'node:child_process';

/** Whether Prometheus and its promtool are installed; Debian's package `prometheus` brings both. @public */
export function hasPrometheus(): boolean {
  return ['prometheus', 'promtool'].every(
    name => spawnSync(name, ['--version']).status === 0,
  );
}
