/** One thing that a person does, and what they see then. */
export interface WalkStep {
  readonly name: string;
  run(): Promise<void>;
}

/** Runs the steps one after the other; `done` hears each with its time. Rejects with the name of the one that failed. */
export async function walk(
  steps: readonly WalkStep[],
  done: (step: WalkStep, ms: number) => void | Promise<void> = () => {},
): Promise<void> {
  for (const step of steps) {
    const startMs = performance.now();
    await step.run().catch((cause: Error) => {
      throw new Error(`failed: ${step.name}: ${cause.message}`, { cause });
    });
    await done(step, performance.now() - startMs);
  }
}
