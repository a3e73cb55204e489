/** Screens of phones, as a key of styles. @public */
export const NARROW = '@media (max-width: 599.95px)';
