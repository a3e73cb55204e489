export * from './BoardView';
