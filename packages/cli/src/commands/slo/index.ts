export { addSloCommands } from './addSloCommands';
