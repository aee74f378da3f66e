import type { Deps } from "../deps.ts";
import { putRaters } from "../store/levels.ts";
import { all } from "../store/statement.ts";
import { raterWeights } from "../trust/weights.ts";
import { wordsLately } from "./levels.ts";

/** Works out how much the words of each of a workspace's raters weigh; the levels follow with their next hour. No published text is touched. */
export async function weighRaters({ pool, now }: Pick<Deps, "pool" | "now">, workspaceId: string): Promise<void> {
  const words = (await wordsLately(pool, workspaceId, now())).filter(({ role }) => role !== null);
  const raters = [...(await raterWeights(words))].filter(([, { compared }]) => compared > 0);
  await all(pool, putRaters, {
    workspaceId,
    members: raters.map(([rater]) => rater),
    raters: raters.map(([, weight]) => JSON.stringify(weight)),
  });
}
