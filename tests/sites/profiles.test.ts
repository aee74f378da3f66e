import { describe, expect, it } from "vitest";
import { siteIds } from "../../lib/schema/post.ts";
import { isHost } from "../../lib/sites/private.ts";
import { profiles } from "../../lib/sites/profiles.ts";
import { isCode, projectFiles, read } from "../repo/files.ts";

describe.each(siteIds)("the profile of %s", (site) => {
  const { pack, watched, links, placing } = profiles[site];
  const hosts = watched.map((pattern) => new URL(pattern.replace("*", "")).hostname);

  it("has its own pack", () => expect(pack?.site ?? "other").toBe(site));

  it("watches only pages that its pack and its links know", () => {
    for (const host of hosts) {
      expect(pack?.hosts.some((known) => isHost(known, host))).toBe(true);
      expect(links?.host.test(host)).toBe(true);
    }
  });

  it("writes only where it watches", () => expect(placing === "insert").toBe(watched.length > 0));
});

it("leaves no fact about a site to another file", () => {
  const rooms = /^(lib|server|components|entrypoints)\//;
  const own = /^lib\/sites\/|^entrypoints\/\w+\.content\.ts$|^lib\/schema\/post\.ts$|^lib\/sync\/wrapped-link\.ts$/;
  const elsewhere = projectFiles().filter((path) => isCode(path) && rooms.test(path) && !own.test(path));
  const named = /["'](facebook|pinterest|mastodon|reddit)["']|\b(facebook|pinterest|mastodon|reddit):|site [!=]== ["']/;
  // An invented post stands on a site like any other.
  const examples = ["components/welcome/example.ts"];
  expect(elsewhere.filter((path) => named.test(read(path)) && !examples.includes(path))).toEqual([]);
});
