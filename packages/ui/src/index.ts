/**
 * The parts every screen of the suite shares: how numbers and verdicts look, charts, tables, and the states of loading.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components/Command';
export * from './components/DataTable';
export * from './components/Filters';
export * from './components/PointsBar';
export * from './components/RelativeTime';
export * from './components/SafeLink';
export * from './components/ScoreValue';
export * from './components/ScrollRegion';
export * from './components/Section';
export * from './components/SeriesChart';
export * from './components/Sparkline';
export * from './components/StatusChip';
export * from './components/TrendChart';
export * from './components/VerdictChip';
export * from './components/WhyPanel';
export * from './components/states';
export * from './formats';
export * from './hooks';
export * from './theme';
