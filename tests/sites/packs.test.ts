import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Pack } from "../../lib/schema/pack.ts";
import { parsePage } from "../../scripts/saved-page.ts";

const packs = readdirSync("assets/packs").map((file) => [file, JSON.parse(readFileSync(`assets/packs/${file}`, "utf8"))] as const);

describe.each(packs)("the pack %s", (_, data) => {
  const pack = v.parse(Pack, data);
  const groups = Object.entries(pack.selectors);

  it.each(groups)("finds %s where it says it does", (_, { find, proof }) => {
    const page = parsePage(readFileSync(`tests/fixtures/pages/${proof.page}`, "utf8"), `https://${pack.hosts[0]}/`);
    expect(page.querySelectorAll(find.join(",")).length).toBe(proof.nodes);
  });

  it("repeats no selector within a group", () => {
    for (const [, { find }] of groups) expect(new Set(find).size).toBe(find.length);
  });
});

describe("a pack", () => {
  const group = { find: ["article"], proof: { page: "x-home.html", nodes: 1 } };
  const pack = { site: "x", version: 1, hosts: ["x.com"], privatePaths: ["/messages"], selectors: { post: group } };

  it("is accepted when it is well formed", () => expect(v.is(Pack, pack)).toBe(true));

  it.each([
    ["an unknown site", { ...pack, site: "elsewhere" }],
    ["an unknown signal", { ...pack, selectors: { password: group } }],
    ["a group without proof", { ...pack, selectors: { post: { find: ["article"] } } }],
    ["a group that finds nothing in its proof", { ...pack, selectors: { post: { ...group, proof: { page: "x-home.html", nodes: 0 } } } }],
    ["an empty group", { ...pack, selectors: { post: { ...group, find: [] } } }],
    ["no version", { ...pack, version: 0 }],
  ])("is refused with %s", (_, wrong) => expect(v.is(Pack, wrong)).toBe(false));
});
