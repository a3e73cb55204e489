export interface Config {
  scaffolder?: {
    folder?: {
      /** Absolute or relative path of the folder that `publish:folder` writes below. Without it there is no such action. */
      root?: string;
    };
  };
}
