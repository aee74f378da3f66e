/** One measured figure. `gate` must be met, `aim` is hoped for; null where the issue names none. */
export interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly gate: number | null;
  readonly aim: number | null;
  readonly better: "higher" | "lower";
}

interface BenchmarkOptions {
  /** Alternating rounds of which the median counts. */
  readonly rounds: number;
  /** Folder of labelled sets, for those that measure quality; they are not part of the project. */
  readonly data: string | null;
  /** Says what goes on; nothing of it is a result. */
  readonly note: (text: string) => void;
}

/** What a module `bench/NAME.ts` exports as its default. */
export interface Benchmark {
  readonly about: string;
  readonly rounds: number;
  /** Why it cannot run at all, as a sentence that says what to do: asked before any work. Null when it can. */
  missing?(options: Pick<BenchmarkOptions, "data">): Promise<string | null>;
  run(options: BenchmarkOptions): AsyncIterable<Figure>;
}

/** How a row stands: past its aim, past its gate, or neither; `none` where there is nothing to pass. */
export function verdict({ value, gate, aim, better }: Figure): "aim" | "gate" | "missed" | "none" {
  const passes = (mark: number) => (better === "higher" ? value >= mark : value <= mark);
  if (gate === null && aim === null) return "none";
  if (aim !== null && passes(aim)) return "aim";
  return gate === null || passes(gate) ? "gate" : "missed";
}
