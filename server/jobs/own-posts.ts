import type { Deps } from "../deps.ts";
import { dismissOwnPosts, setAsideAtOnce } from "../operations/brand.ts";
import { lockUncleared, markCleared } from "../store/brands.ts";
import { transaction } from "../store/pool.ts";
import { all, first } from "../store/statement.ts";

/** Sets aside what of the brand's own posts still waits after its accounts were named: what was too much at once, and what was on its way meanwhile. */
export async function setAsideOwnPosts(
  { pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  for (let more = true; more && !signal.aborted; ) {
    const moved = await transaction(pool, async (client) => {
      if ((await first(client, lockUncleared, id)) === null) return null;
      const rows = await dismissOwnPosts({ client, workspaceId: id, at: now() });
      if (rows.length < setAsideAtOnce) await all(client, markCleared, id);
      return rows;
    });
    const [aside] = moved ?? [];
    if (aside) wake.moved(id, aside.revision);
    more = moved?.length === setAsideAtOnce;
  }
}
