export * from './tokens';
export * from './tones';
