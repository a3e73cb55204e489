export { searchModuleLunr as default } from './searchModuleLunr';
