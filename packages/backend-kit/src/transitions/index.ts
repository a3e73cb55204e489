export * from './groupNotices';
export * from './notifyTransitions';
export * from './plainText';
export * from './TransitionLog';
export * from './transitionTable';
export * from './types';
