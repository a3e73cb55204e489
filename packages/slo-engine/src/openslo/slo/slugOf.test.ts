import { slugOf } from './slugOf';

it.each([
  ['Good experience', 'good-experience'],
  ['  p95 ≤ 350 ms  ', 'p95-350-ms'],
  ['Zuverlässig', 'zuverlassig'],
  ['可用性', '可用性'],
  ['99.9%', '99-9'],
  ['!!', ''],
])('slugOf(%j) is %j', (displayName, slug) => {
  expect(slugOf(displayName)).toBe(slug);
});
