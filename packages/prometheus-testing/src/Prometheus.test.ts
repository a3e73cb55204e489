import fs from 'node:fs/promises';
import { hasPrometheus } from './hasPrometheus';
import { Prometheus } from './Prometheus';

const NOW = Math.floor(Date.now() / 1000) - 3_600;

async function valueOf(url: string, query: string) {
  const answer = await fetch(`${url}/api/v1/query?query=${query}&time=${NOW}`);
  return (await answer.json()).data.result[0]?.value[1];
}

describe('Prometheus', () => {
  if (!hasPrometheus()) {
    it('needs the package prometheus, which is not installed: nothing checked', () => {
      expect(hasPrometheus()).toBe(false);
    });
    return;
  }

  it('knows what it was told, goes and comes back', async () => {
    const write = (text: string) => (file: string) =>
      fs.writeFile(file, `${text} ${NOW}\n# EOF\n`);
    const prometheus = await Prometheus.start({ write: write('first 42') });
    try {
      expect(await valueOf(prometheus.url, 'first')).toBe('42');
      await prometheus.add(write('second 43'));
      expect(await valueOf(prometheus.url, 'second')).toBe('43');
      await prometheus.halt();
      await expect(valueOf(prometheus.url, 'first')).rejects.toThrow();
      await prometheus.resume();
      expect(await valueOf(prometheus.url, 'first')).toBe('42');
    } finally {
      await prometheus.stop();
    }
  });
});
