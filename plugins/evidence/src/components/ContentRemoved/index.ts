export { ContentRemoved } from './ContentRemoved';
