import { hourOf, type Window } from "./window.ts";

/** What a server knows of one kind of one member in an hour. */
export interface Remembered {
  readonly hourMs: number;
  /** Counted in the database, and not done yet. */
  left: number;
  /** Over the limit until then; `waiting`: how many were told to come back. */
  closed: { readonly until: Date; readonly window: Window; readonly limit: number; waiting: number } | null;
  /** Refused since the database was told. */
  refused: number;
}

/** With more keys than this all are forgotten, and with them what was reserved for them. */
const mostKnown = 50_000;

/** What a server remembers of what members did. */
export class Ledger {
  readonly #known = new Map<string, Remembered>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Of a key; what was counted ahead in an hour is used in it, or never. */
  of(key: string): Remembered {
    const hourMs = hourOf(this.#now()).getTime();
    const known = this.#known.get(key);
    if (known?.hourMs === hourMs) return known;
    if (this.#known.size > mostKnown) this.#known.clear();
    const fresh: Remembered = { hourMs, left: 0, closed: known?.closed ?? null, refused: 0 };
    this.#known.set(key, fresh);
    return fresh;
  }
}
