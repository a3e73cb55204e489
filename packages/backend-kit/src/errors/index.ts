export * from './isUnavailable';
export * from './unavailableErrors';
