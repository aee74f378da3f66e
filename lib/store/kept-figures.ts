import type { PeriodFigures, PeriodQuery } from "../schema/period-figures.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** The answers to so many questions are kept, the latest first. */
const mostKept = 12;

/** Figures under the question that they answer. */
export interface KeptFigures {
  readonly query: PeriodQuery;
  readonly figures: PeriodFigures;
}

export const isSameQuestion = (one: PeriodQuery, other: PeriodQuery): boolean => one.period === other.period && one.by === other.by;

/** Keeps what the server told, to be shown first the next time, unless nobody is signed in any more. */
export async function keepToldFigures(store: Store, kept: KeptFigures): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    if (!(await getMeta(store, "account"))) return;
    const others = ((await getMeta(store, "figures")) ?? []).filter(({ query }) => !isSameQuestion(query, kept.query));
    await setMeta(store, "figures", [kept, ...others].slice(0, mostKept));
  });
}
