export * from './Denied';
export * from './Empty';
export * from './ErrorState';
export * from './errorText';
export * from './isDenied';
export * from './Loading';
export * from './LoadView';
export * from './isNotFound';
