import { expect, it } from "vitest";
import { whomOf } from "../../../server/operations/author-ref.ts";
import { transaction } from "../../../server/store/pool.ts";
import { useServer } from "../support.ts";

const server = useServer();

it.each([
  ["x", "@Zoe", "x", "zoe"],
  ["x", "https://x.com/Zoe?lang=en", "x", "zoe"],
  ["x", "x.com/zoe/status/1", "x", "zoe"],
  ["x", "https://www.facebook.com/profile.php?id=1000", "facebook", "1000"],
  ["facebook", "https://www.reddit.com/user/zoe/", "reddit", "zoe"],
] as const)("on %s, %s is somebody on %s: %s", async (site, author, where, handle) => {
  const workspaceId = await server().workspace();
  expect(await transaction(server().deps.pool, (client) => whomOf({ client, workspaceId }, { site, author }))).toEqual({
    site: where,
    handle,
  });
});
