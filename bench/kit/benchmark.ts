/** One measured figure. `gate` must be met, `aim` is hoped for; null where the issue names none. */
export interface Row {
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
  /** Folder of labelled data, for the benchmarks that measure on some. */
  readonly data: string | null;
  /** Says what goes on; nothing of it is a result. */
  readonly note: (text: string) => void;
}

/** What a module `bench/NAME.ts` exports as its default. */
export interface Benchmark {
  readonly about: string;
  readonly rounds: number;
  run(options: BenchmarkOptions): AsyncIterable<Row>;
}

/** How a row stands: past its aim, past its gate, or neither; `none` where there is nothing to pass. */
export function verdict({ value, gate, aim, better }: Row): "aim" | "gate" | "missed" | "none" {
  const passes = (mark: number) => (better === "higher" ? value >= mark : value <= mark);
  if (gate === null && aim === null) return "none";
  if (aim !== null && passes(aim)) return "aim";
  return gate === null || passes(gate) ? "gate" : "missed";
}
