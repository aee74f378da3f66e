import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { adminParts, partsFor } from "../../lib/schema/admin-parts.ts";
import { errorSentence } from "../../lib/schema/error-sentences.ts";
import { asFanswerError, errorCodes, FanswerError } from "../../lib/schema/errors.ts";
import { relayedNames, toBackground } from "../../lib/schema/messages.ts";
import { operationRow, operations } from "../../lib/schema/operations.ts";
import { Post } from "../../lib/schema/post.ts";
import { can, mayAllOf, roles, rolesToGive } from "../../lib/schema/roles.ts";
import { senders } from "../../lib/schema/senders.ts";

describe("roles", () => {
  it.each([
    ["advocate", "answer", true],
    ["advocate", "triage", false],
    ["staff", "triage", true],
    ["staff", "manageKeywords", false],
    ["admin", "manageKeywords", true],
    ["wizard", "report", false],
    ["toString", "report", false],
  ] as const)("%s, %s: %s", (role, ability, may) => {
    expect(can({ role }, ability)).toBe(may);
  });

  it("lead to those parts of the admin page where there is something for them, and to the page only then", () => {
    const parts = Object.fromEntries(roles.map((role) => [role, partsFor({ role })]));
    expect(parts).toEqual({
      ...{ advocate: [], staff: [], moderator: ["people", "brake"], keyword_editor: ["keywords"], analyst: ["overview", "figures"] },
      admin: [...adminParts],
    });
    expect(partsFor({ role: "wizard" })).toEqual([]);
  });

  it("are given by who manages people, and none that may more than who gives it", () => {
    expect(rolesToGive({ role: "admin" })).toEqual(roles);
    for (const role of roles.filter((each) => each !== "admin")) expect(rolesToGive({ role }), role).toEqual([]);
    expect(mayAllOf({ role: "moderator" }, "advocate")).toBe(true);
    expect(mayAllOf({ role: "moderator" }, "keyword_editor")).toBe(false);
    expect(mayAllOf({ role: "admin" }, "wizard")).toBe(false);
  });

  it("that read figures only have nothing but a place of their own beside", () => {
    expect(roles.filter((role) => !can({ role }, "readPosts"))).toEqual(["analyst"]);
    const asked = Object.entries(operations).flatMap(([name, { needs }]) => (can({ role: "analyst" }, needs) ? [name] : []));
    const devices = ["device.invite", "device.list", "device.sign_out"];
    const own = ["away.begin", "away.end", "member.leave", "member.own_data", "member.rename", "profile.save"];
    expect(asked.toSorted()).toEqual([...devices, "figures.read", "figures.of_period", ...own].toSorted());
  });
});

describe("errors", () => {
  it("all end in a sentence that says what to do", () => {
    for (const code of errorCodes) expect(errorSentence({ code, detail: null })).toMatch(/^[A-Z].*\.$/);
  });

  it("never blame in an exclamation", () => {
    for (const code of errorCodes) expect(errorSentence({ code, detail: null })).not.toContain("!");
  });

  it("keep ours and wrap what is foreign with its cause", () => {
    const ours = new FanswerError("lease_held");
    expect(asFanswerError(ours)).toBe(ours);
    const cause = new TypeError("x");
    expect(asFanswerError(cause)).toMatchObject({ code: "internal", cause });
  });
});

describe("messages", () => {
  it("say for each command who may send it", () => {
    for (const row of Object.values(toBackground)) {
      expect(row.from.length).toBeGreaterThan(0);
      for (const sender of row.from) expect(senders).toContain(sender);
    }
  });

  it("let a page neither join, nor consent, nor push, nor invite, nor read who is signed in", () => {
    const forPages = Object.entries(toBackground).filter(([, row]) => (row.from as readonly string[]).includes("page"));
    const names = forPages.map(([name]) => name);
    for (const name of [
      "session.get",
      "session.join",
      "consent.give",
      "session.leave",
      "knowledge.save",
      "knowledge.remove",
      "answering.set",
      "model.read",
      "model.set",
      "model.remove",
      "keywords.push",
      "invitation.create",
      "outbox.discard",
      "review.approve",
      "review.reject",
      "review.suggest",
    ]) {
      expect(names).not.toContain(name);
    }
  });
});

describe("operations", () => {
  it("leave lists to those who edit them, and invitations to admins", () => {
    for (const name of [
      "keywords.part",
      "keywords.push",
      "keywords.remove",
      "keywords.versions",
      "keywords.version",
      "keywords.restore",
    ] as const)
      expect(
        roles.filter((role) => can({ role }, operations[name].needs)),
        name,
      ).toEqual(["keyword_editor", "admin"]);
    expect(roles.filter((role) => can({ role }, operations["invitation.create"].needs))).toEqual(["admin"]);
  });

  it("relay to the outbox only what is about a mention, which is shown changed at once", () => {
    const queued = relayedNames.filter((name) => operationRow(name).queued);
    expect(queued).toContain("mention.dismiss");
    for (const name of queued) {
      const problems = v.safeParse(operationRow(name).args, {}).issues ?? [];
      expect(problems.map((issue) => v.getDotPath(issue))).toContain("mentionId");
    }
  });

  it("keep no answer that holds a secret", () => {
    for (const name of ["invitation.create", "model.read", "model.set", "integration.list"] as const)
      expect(operationRow(name).stored).toBe(false);
  });
});

describe("a post", () => {
  const post = {
    site: "x",
    id: "1",
    permalink: "https://x.com/dana/status/1",
    author: { handle: "dana", name: "Dana", verified: null },
    text: "hello",
    partial: false,
    lang: "en",
    postedAt: "2026-11-01T10:00:00.000Z",
    isReply: null,
    quoted: null,
    counts: { replies: null, reposts: null, likes: 3, views: null },
    protected: null,
    promoted: null,
  };

  it("is taken as an adapter reads it", () => {
    expect(v.safeParse(Post, post).success).toBe(true);
  });

  it.each([
    ["a script for a link", { permalink: "javascript:alert(1)" }],
    ["a link that is not https", { permalink: "http://x.com/dana/status/1" }],
    ["a negative count", { counts: { ...post.counts, likes: -1 } }],
    ["a time in words", { postedAt: "yesterday" }],
    ["a site that nobody knows", { site: "example" }],
  ])("is refused with %s", (_, change) => {
    expect(v.safeParse(Post, { ...post, ...change }).success).toBe(false);
  });
});
