// A Python that can import pinned packages: what the functions for each of them give.

export interface PythonWithPackages {
  /** The words before the name of a script. */
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}
