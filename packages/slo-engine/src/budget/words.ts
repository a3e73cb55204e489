/** A share in percent with at most two decimals, never rounded up: 0.89999 is 89.99 %. */
export function percent(share: number): string {
  const hundredths = Math.floor(share * 10_000 + 1e-6);
  return hundredths === 0 && share > 0
    ? 'less than 0.01 %'
    : `${hundredths / 100} %`;
}

/** Minutes by their two greatest units: 2 d 3 h, 1 h 5 min, 5 min. */
export function duration(minutes: number): string {
  const units: [number, string][] = [
    [Math.floor(minutes / 1_440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [Math.floor(minutes) % 60, 'min'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  if (first < 0) return '0 min';
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** A burn rate with at most two decimals. */
export function times(rate: number): string {
  return `${Number(rate.toFixed(2))}×`;
}
