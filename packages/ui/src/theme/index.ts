export * from './narrow';
export * from './tokens';
export * from './tones';
