export * from './alertRow';
export * from './defaultAlertRows';
export * from './lintAlertRows';
