import { expect, it } from "vitest";
import { everything, mentionsOf, sighting, useServer } from "./support.ts";

const server = useServer();

const report = (postId: string, changed = {}) => ({
  id: crypto.randomUUID(),
  name: "mention.report",
  args: sighting(postId, changed),
});

it("sightings of the same posts by many devices at once, in batches, are one mention each, with a revision of its own", async () => {
  const workspace = await server().workspace();
  const devices = await Promise.all(Array.from({ length: 8 }, () => server().join(workspace, "staff")));
  const { cursor } = await everything(devices[0] as (typeof devices)[0]);
  const posts = Array.from({ length: 60 }, (_, n) => `p${n}`);
  const answers = await Promise.all(
    devices.map((device, turn) => device.sync(posts.map((_, n) => report(posts[(n + 7 * turn) % posts.length] ?? "")))),
  );
  expect(answers.flatMap(({ results }) => results).filter(({ ok }) => !ok)).toEqual([]);
  const { changes } = await everything(devices[0] as (typeof devices)[0], cursor);
  const revisions = changes.flatMap((change) => (change.kind === "mention" ? [change.value.revision] : []));
  expect(revisions).toHaveLength(posts.length);
  expect(new Set(revisions).size).toBe(posts.length);
});

it("in one batch the same post twice is merged, and an impossible one among good ones is refused alone", async () => {
  const device = await server().join(await server().workspace(), "staff");
  const { results } = await device.sync([
    report("1", { excerpt: "Does the acme", partial: true }),
    report("two words"),
    report("1", { counts: { replies: 3, reposts: 0, likes: 1, views: 40 } }),
    report("2"),
  ]);
  expect(results.map((result) => (result.ok ? "ok" : result.error.code))).toEqual(["ok", "malformed", "ok", "ok"]);
  const mentions = await mentionsOf(device);
  expect([...mentions.keys()].sort()).toEqual(["x:1", "x:2"]);
  expect(mentions.get("x:1")).toMatchObject({ partial: false, excerpt: sighting("1").excerpt });
});
