import { ActiveFilter, FilterOption } from '../components/Filters';
import { TrendMark, TrendPoint } from '../components/TrendChart';

/** A row of the sample table. */
export interface SampleRow {
  name: string;
  score?: number;
  level?: string;
  verdict: 'passed' | 'partial' | 'failed' | 'no-data' | 'stale';
  points: number;
}

const VERDICTS = ['passed', 'partial', 'failed', 'no-data', 'stale'] as const;

function levelOf(score: number): string | undefined {
  if (score >= 0.9) return 'gold';
  if (score >= 0.75) return 'silver';
  return score >= 0.5 ? 'bronze' : undefined;
}

/** As many rows as asked for, with and without a score. */
export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => {
    const score = index % 5 === 3 ? undefined : 1 - (index % 11) / 11;
    return {
      name: `service-${index + 1}`,
      score,
      level: score === undefined ? undefined : levelOf(score),
      verdict: VERDICTS[index % VERDICTS.length],
      points: (score ?? 0) * 25,
    };
  });
}

const day = (date: number) => new Date(Date.UTC(2026, 0, date)).toISOString();

/** A month: the first days worked out afterwards, a gap, a change of the rule. */
export const SAMPLE_TREND: TrendPoint[] = Array.from(
  { length: 30 },
  (_, index) => ({
    at: day(index + 1),
    value:
      index > 11 && index < 15 ? undefined : 0.6 + Math.sin(index / 5) * 0.3,
    reconstructed: index < 8,
  }),
);

export const SAMPLE_MARKS: TrendMark[] = [
  { at: day(20), label: 'version 2', summary: 'coverage weighs 0.25, was 0.2' },
];

/** Chosen values by the word of their menu. */
export type SampleFilter = Partial<Record<string, string[]>>;

/** The menus of the sample filter. */
export const SAMPLE_FIELDS: ReadonlyArray<{
  word: string;
  options: FilterOption[];
  single?: boolean;
}> = [
  {
    word: 'Level',
    options: [
      { value: 'gold', title: 'Gold', count: 3 },
      { value: 'silver', title: 'Silver', count: 1204 },
      { value: '', title: 'Below all levels', count: 0 },
    ],
  },
  {
    word: 'Owner',
    options: Array.from({ length: 12 }, (_, index) => ({
      value: `team-${index + 1}`,
      title: `Team ${index + 1}`,
      depth: index % 4 === 0 ? 0 : 1,
    })),
  },
  {
    word: 'Freshness',
    single: true,
    options: ['fresh', 'stale'].map(value => ({ value, title: value })),
  },
  { word: 'Tag', options: [] },
];

/** What narrows the sample list, one by one. */
export function sampleFilters(
  filter: SampleFilter,
): Array<ActiveFilter<SampleFilter>> {
  return Object.entries(filter).flatMap(([word, values = []]) => {
    const { options = [] } =
      SAMPLE_FIELDS.find(field => field.word === word) ?? {};
    return values.map(value => ({
      text: `${word}: ${
        options.find(option => option.value === value)?.title ?? value
      }`,
      without: { ...filter, [word]: values.filter(other => other !== value) },
    }));
  });
}
