export interface Config {
  permission?: {
    opa?: {
      /**
       * Folder of the compiled policy: `policy.wasm` and its `manifest.json`.
       * Absolute, or relative to the folder that the backend is started in.
       * Default: the portal policy that comes with this module.
       */
      bundle?: string;
    };
  };

  conductor?: {
    /**
     * Who holds which role in the whole portal. Each entry is a full entity
     * reference, such as `group:default/auditors`; a person holds the role if
     * it is among the references that they own things as.
     */
    roles?: {
      /** May do everything. */
      administrator?: string[];
      /** Reads all evidence, the bytes of artifacts included. */
      auditor?: string[];
      /** Reads what everyone reads; other plugins give this role more. */
      manager?: string[];
    };
  };
}
