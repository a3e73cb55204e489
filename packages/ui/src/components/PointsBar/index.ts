export * from './PointsBar';
