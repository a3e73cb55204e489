export * from './SafeLink';
export * from './isWebUrl';
