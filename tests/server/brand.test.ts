import { beforeEach, describe, expect, it } from "vitest";
import type { BrandChange, BrandMark } from "../../lib/schema/brand.ts";
import { pictureBounds, picturePrefix } from "../../lib/schema/brand.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { setAsideOwnPosts } from "../../server/jobs/own-posts.ts";
import { setAsideAtOnce } from "../../server/operations/brand.ts";
import { png } from "../support/png.ts";
import { everything, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let sam: TestDevice;
let ada: TestDevice;

beforeEach(async () => {
  [ann, , sam] = await team(server());
  ada = await server().join(ann.workspaceId, "admin");
});

const picture: BrandMark = { kind: "picture", picture: picturePrefix + png(pictureBounds.side).toString("base64") };
const by = (handle: string | null, postId: string) => sighting(postId, { author: { handle, name: "Acme", verified: true } });
const set = (change: BrandChange) => ada.run("brand.set", change);

async function seenBy(device: TestDevice): Promise<Workspace | undefined> {
  const { changes } = await everything(device);
  const [change] = changes.filter(({ kind }) => kind === "workspace");
  return change?.kind === "workspace" ? change.value : undefined;
}

describe("what makes a workspace the brand's own", () => {
  it("reaches every device, and what is not named stays", async () => {
    expect((await seenBy(ann))?.brand).toEqual({ mark: null, handles: {}, language: null });
    await set({ name: "Acme fans", mark: picture, handles: { x: ["@Acme"] } });
    await set({ language: "he", handles: { facebook: ["acme.il"] } });
    expect(await seenBy(ann)).toMatchObject({
      name: "Acme fans",
      brand: { mark: picture, handles: { x: ["acme"], facebook: ["acme.il"] }, language: "he" },
    });
    await set({ mark: null, language: null, handles: { x: [] } });
    expect(await seenBy(ann)).toMatchObject({
      name: "Acme fans",
      brand: { mark: null, handles: { x: [], facebook: ["acme.il"] }, language: null },
    });
  });

  it("is changed by who makes the rules alone", async () => {
    for (const device of [ann, sam]) await expect(device.run("brand.set", { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await seenBy(ann))?.name).toBe("Acme");
  });

  it.each([
    { name: "x".repeat(10_000) },
    { name: "\u202e\u200b" },
    { mark: { kind: "picture", picture: "data:image/svg+xml;base64,PHN2Zz4=" } },
    { mark: { kind: "picture", picture: picturePrefix + png(500).toString("base64") } },
    { mark: { kind: "picture", picture: picturePrefix + Buffer.from("<svg>").toString("base64") } },
    { mark: { kind: "letters", letters: "AC", colour: "url(x)" } },
    { handles: { x: ["not a handle"] } },
    { language: "Klingon" },
  ])("is refused as a whole where it is %j", async (odd) => {
    await expect(set({ language: "nb", ...odd } as BrandChange)).rejects.toMatchObject({ code: "malformed" });
    expect(await seenBy(ann)).toMatchObject({ name: "Acme", brand: { language: null } });
  });

  it("leaves its words out of the log of decisions", async () => {
    await set({ name: "Secret plans", mark: picture });
    const { rows } = await server().deps.pool.query("SELECT detail FROM audit_log WHERE workspace_id = $1 AND action = 'brand.set'", [
      ada.workspaceId,
    ]);
    expect(rows).toEqual([{ detail: { changed: "name mark" } }]);
  });
});

describe("a post of the brand's own account", () => {
  it("becomes no mention, and a device of before forgets that it reported it", async () => {
    await set({ handles: { x: ["acme"] } });
    await expect(ann.run("mention.report", by("@ACME", "1"))).rejects.toMatchObject({ code: "no_keyword" });
    await expect(ann.run("mention.report", { ...by("acme", "2"), hits: [] })).rejects.toMatchObject({ code: "no_keyword" });
    await ann.run("mention.report", by("acme_fan", "3"));
    await ann.run("mention.report", by(null, "4"));
    expect([...(await mentionsOf(ann)).keys()].sort()).toEqual(["x:3", "x:4"]);
  });

  it("leaves the queue when the account is named, with the reason told; what was closed stays as it was", async () => {
    for (const [handle, id] of [
      ["acme", "1"],
      ["acme", "2"],
      ["acme", "3"],
      ["acme", "4"],
      ["someone", "5"],
    ] as const)
      await ann.run("mention.report", by(handle, id));
    await ann.run("claim.take", { mentionId: "x:2" });
    await sam.run("mention.route", { mentionId: "x:3", route: "first_line", note: "" });
    await sam.run("mention.dismiss", { mentionId: "x:4", reason: "spam" });
    await set({ handles: { x: ["acme"] } });
    const now = await mentionsOf(sam);
    for (const id of ["x:1", "x:2", "x:3"]) expect(now.get(id)).toMatchObject({ status: "dismissed", note: "own_handle", claim: null });
    expect(now.get("x:4")).toMatchObject({ status: "dismissed", note: "spam" });
    expect(now.get("x:5")).toMatchObject({ status: "open" });
    const history = await sam.run("mention.history", { mentionId: "x:1" });
    expect(history.at(-1)).toMatchObject({ who: null, action: "rule.own_handle" });
    await sam.run("mention.reopen", { mentionId: "x:1" });
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "open", note: null });
  });

  it("leaves it within a minute where there are too many at once, or it came while the account was named", async () => {
    const { pool } = server().deps;
    await ann.run("mention.report", by("acme", "1"));
    await pool.query(
      `INSERT INTO mentions SELECT (json_populate_record(m, json_build_object('mention_id', 'x:n' || n, 'post_id', 'n' || n, 'revision', m.revision))).*
       FROM mentions m, generate_series(1, $2::integer) n WHERE m.workspace_id = $1`,
      [ann.workspaceId, setAsideAtOnce + 10],
    );
    await set({ handles: { x: ["acme"] } });
    const waiting = async () =>
      (await pool.query("SELECT count(*)::integer AS n FROM mentions WHERE workspace_id = $1 AND status = 'open'", [ann.workspaceId]))
        .rows[0].n;
    expect(await waiting()).toBe(11);
    await setAsideOwnPosts(server().deps, ann.workspaceId, new AbortController().signal);
    expect(await waiting()).toBe(0);
    // A report that was on its way when the account was named.
    await pool.query("UPDATE mentions SET status = 'open' WHERE workspace_id = $1 AND mention_id = 'x:1'", [ann.workspaceId]);
    await setAsideOwnPosts(server().deps, ann.workspaceId, new AbortController().signal);
    expect(await waiting()).toBe(1);
    await set({ handles: { x: ["acme", "acme_help"] } });
    expect(await waiting()).toBe(0);
  });
});
