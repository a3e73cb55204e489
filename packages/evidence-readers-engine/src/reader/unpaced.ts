import { Pace } from '@maestro-conductor/plugin-evidence-common';

/**
 * The pace of whoever has nothing else to do, such as a command line: works through.
 *
 * @public
 */
export const unpaced: Pace = async () => {};
