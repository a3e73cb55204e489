export interface Config {
  catalog?: {
    providers?: {
      folder?: {
        /** Path of a folder of the portal's machine; `catalog-info.yaml` in each folder directly below it is read. */
        root: string;
      };
    };
  };
}
