/** Samples of one series. Times are seconds since 1970. */
export interface KnownSeries {
  labels: Record<string, string>;
  /** [time, value], in the order of time. */
  samples: (readonly [number, number])[];
}

/** OpenMetrics text of several metrics, as promtool reads it. */
export function openMetrics(metrics: Record<string, KnownSeries[]>): string {
  const lines = Object.entries(metrics).flatMap(([name, series]) => [
    `# TYPE ${name} unknown`,
    ...series.flatMap(({ labels, samples }) => {
      const inside = Object.entries(labels)
        .map(([label, value]) => `${label}="${value}"`)
        .join(',');
      return samples.map(
        ([time, value]) => `${name}{${inside}} ${value} ${time}`,
      );
    }),
  ]);
  return `${[...lines, '# EOF'].join('\n')}\n`;
}
