import { addJobAdhoc } from "graphile-worker";
import { forEachWorkspace } from "../database/each-workspace.ts";
import type { Deps } from "../deps.ts";
import { deliverDue } from "../handover/deliver.ts";
import { gatherNews } from "../handover/news.ts";
import { readBack } from "../handover/read-back.ts";
import { errorFields } from "../log.ts";
import { isDeliveryDue } from "../store/deliveries.ts";
import { one } from "../store/statement.ts";
import type { Job } from "./runner.ts";

const name = "hand_over";

/** Tells help desks, webhooks and chats what happened, and asks the desks how their tickets stand. */
export const handOver: Job = {
  name,
  at: "* * * * *",
  lateMs: 0,
  async run(deps, signal) {
    let isMore = false;
    try {
      await forEachWorkspace(deps, async (id) => {
        if (signal.aborted) return;
        isMore = (await deliverDue(deps, id, signal)) || isMore;
        await readBack(deps, id);
      });
    } finally {
      if (isMore && !signal.aborted) await pokeHandover(deps);
    }
  },
};

/** Has the hand-over run now and not at the next full minute. Should this fail, it runs at the next minute all the same. */
export async function pokeHandover({ pool, log }: Pick<Deps, "pool" | "log">): Promise<void> {
  await addJobAdhoc({ pgPool: pool }, name, {}, { jobKey: name }).catch((thrown: unknown) =>
    log("warn", "poke_failed", errorFields(thrown)),
  );
}

/** Looks for news everywhere; what is found, and what waited until now, is told at once. */
export async function gatherAllNews(deps: Deps): Promise<void> {
  let isDue = false;
  try {
    await forEachWorkspace(deps, async (id) => {
      await gatherNews(deps, id);
      isDue ||= (await one(deps.pool, isDeliveryDue, id, deps.now())).due;
    });
  } finally {
    if (isDue) await pokeHandover(deps);
  }
}
