/** What one check found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to read when something failed; "" when it was shown already. */
  readonly output: string;
}

export interface Check {
  readonly name: string;
  /** The word that chooses it on the command line. */
  readonly part: string;
  /** What it starts ends when `signal` aborts. */
  run(signal: AbortSignal): Promise<Outcome>;
}
