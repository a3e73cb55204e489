export * from './assertEveryMethodAuthorized';
export * from './createEntityRules';
export * from './EntityAccess';
export * from './isServicePrincipal';
