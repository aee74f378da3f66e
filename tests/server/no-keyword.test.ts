import { beforeEach, describe, expect, it } from "vitest";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { createKeywords } from "../../server/keywords.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let ada: TestDevice;
let ann: TestDevice;
let ben: TestDevice;

const entry = (text: string, changed: Partial<KeywordEntry> = {}): KeywordEntry => ({
  ...{ id: text.replaceAll(" ", "_"), text, label: null, mustNear: [], mustNotNear: [] },
  ...changed,
});
const push = (entries: KeywordEntry[], baseVersion = 0, listId = "brand", negative = false) =>
  ada.run("keywords.push", { listId, name: listId, baseVersion, negative, entries });
const hit = (entryId: string, label = entryId) => [{ entryId, label, start: 0, end: 4, form: "exact" as const, context: [] }];
const excerpt = "What a fine day for a walk along the harbour";
const filler = "and so on and on and on ".repeat(12);
const long = (text: string) => `${text} ${filler}`.slice(0, 278);

beforeEach(async () => {
  const workspace = await server().workspace();
  ada = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
  ben = await server().join(workspace, "advocate");
});

describe("a report of a post without a keyword", () => {
  it("is refused, whatever keywords its device says stand in it", async () => {
    await push([entry("acme")]);
    await expect(ann.run("mention.report", sighting("1", { excerpt, hits: hit("acme") }))).rejects.toMatchObject({ code: "no_keyword" });
    expect((await mentionsOf(ada)).size).toBe(0);
  });

  it("is refused alone: the others of its batch are taken", async () => {
    await push([entry("acme")]);
    const report = (postId: string, changed = {}) => ({
      id: crypto.randomUUID(),
      name: "mention.report",
      args: sighting(postId, changed),
    });
    const { results } = await ann.sync([report("1"), report("2", { excerpt }), report("3")]);
    expect(results.map((each) => (each.ok ? "ok" : each.error.code))).toEqual(["ok", "no_keyword", "ok"]);
  });

  it("is refused where an entry asks for a word nearby that is not there, or a negative list speaks against it", async () => {
    await push([entry("acme", { mustNear: ["phone"] })]);
    const plain = sighting("1", { excerpt: "I met acme yesterday", hits: hit("acme") });
    await expect(ann.run("mention.report", plain)).rejects.toMatchObject({ code: "no_keyword" });
    await push([entry("acme")], 1);
    await push([entry("acme corp")], 0, "not", true);
    const other = sighting("2", { excerpt: "I met acme corp yesterday", hits: hit("acme") });
    await expect(ann.run("mention.report", other)).rejects.toMatchObject({ code: "no_keyword" });
    expect(await ann.run("mention.report", plain)).toMatchObject({ status: "open" });
  });

  it("is looked at with the lists as they are now", async () => {
    await push([entry("acme")]);
    await ann.run("mention.report", sighting("1"));
    await push([entry("other")], 1);
    await expect(ann.run("mention.report", sighting("2"))).rejects.toMatchObject({ code: "no_keyword" });
    await push([entry("acme")], 2);
    await ann.run("mention.report", sighting("2"));
  });

  it("is taken in a workspace without lists, or with empty ones", async () => {
    await ann.run("mention.report", sighting("1", { excerpt, hits: hit("acme") }));
    await push([]);
    await push([entry("acme corp")], 0, "not", true);
    await ann.run("mention.report", sighting("2", { excerpt, hits: hit("acme") }));
    expect((await mentionsOf(ada)).size).toBe(2);
  });

  it("is taken and marked when somebody added it by hand, as long as no keyword is found in it", async () => {
    await push([entry("acme")]);
    expect(await ann.run("mention.report", sighting("1", { excerpt, hits: [] }))).toMatchObject({ byHand: true, labels: [] });
    await ann.run("mention.report", sighting("2", { excerpt: "Does the", partial: true, hits: [] }));
    expect((await mentionsOf(ada)).get("x:2")).toMatchObject({ byHand: true });
    await ann.run("mention.report", sighting("2", { excerpt: "Does the acme app work on tablets?" }));
    expect((await mentionsOf(ada)).get("x:2")).toMatchObject({ byHand: false, labels: ["acme"] });
    await ann.run("mention.report", sighting("3", { hits: [] }));
    expect((await mentionsOf(ada)).get("x:3")).toMatchObject({ byHand: false, labels: ["acme"] });
  });
});

describe("a post that goes on behind its excerpt", () => {
  it("is taken when its keyword stands there, though the words that decided do not", async () => {
    await push([entry("acme", { mustNear: ["phone"], ambiguous: true })]);
    const cut = sighting("1", { excerpt: long("I met acme yesterday"), partial: true, hits: hit("acme") });
    expect(await ann.run("mention.report", cut)).toMatchObject({ labels: ["acme"], byHand: false });
  });

  it("is refused when the keyword that its device names does not stand there, or is none of the lists", async () => {
    await push([entry("acme", { mustNear: ["phone"] }), entry("zenith")]);
    for (const [postId, entryId] of ["zenith", "other"].entries()) {
      const cut = sighting(`${postId}`, { excerpt: long("I met acme yesterday"), partial: true, hits: hit(entryId) });
      await expect(ann.run("mention.report", cut)).rejects.toMatchObject({ code: "no_keyword" });
    }
  });
});

describe("the labels of a post", () => {
  it("are those of the lists, not the device's", async () => {
    await push([entry("acme", { label: "Acme" })]);
    expect(await ann.run("mention.report", sighting("1", { hits: hit("acme", "Buy gold") }))).toMatchObject({ labels: ["Acme"] });
  });

  it("come from the text that stands, not from what one other member says instead", async () => {
    await push([entry("acme"), entry("zenith")]);
    await ann.run("mention.report", sighting("1"));
    await ben.run("mention.report", sighting("1", { excerpt: "Does the zenith app work?", hits: hit("zenith") }));
    expect((await mentionsOf(ada)).get("x:1")).toMatchObject({ labels: ["acme"] });
  });
});

describe("compiled lists", () => {
  it("are read once for each state, and those asked for last are kept as far as there is room", async () => {
    let reads = 0;
    const { pool } = server().deps;
    const counted = new Proxy(pool, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (key !== "query") return typeof value === "function" ? value.bind(target) : value;
        return (...args: Parameters<typeof pool.query>) => {
          reads += 1;
          return target.query(...args);
        };
      },
    });
    await push([entry("acme")]);
    const keywordsOf = createKeywords(counted, 1);
    const here = ada.workspaceId;
    await Promise.all([keywordsOf(here, 1), keywordsOf(here, 1)]);
    await keywordsOf(here, 1);
    expect(reads).toBe(2);
    await keywordsOf(here, 2);
    expect(reads).toBe(4);
    await push([entry("acme"), entry("zenith")], 1);
    // More than there is room for are not looked for.
    expect(await keywordsOf(here, 3)).toBeNull();
    expect(await keywordsOf(here, 0)).toBeNull();
  });
});
