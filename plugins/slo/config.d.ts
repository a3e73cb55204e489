export interface Config {
  slo?: {
    /**
     * Where the documentation of objectives is, without a slash at the end: `how-to/define-objectives` and `concepts/error-budgets`
     * are looked for below it. Without it, screens explain less and link nowhere.
     * @visibility frontend
     */
    docsUrl?: string;
  };
}
