// @vitest-environment node

import { describe, expect, it } from "vitest";
import { workTime } from "../../lib/clock/work-time.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { clockOf, liveClaim } from "../../lib/state/clock.ts";
import { approvedOf, byTurn, heldBy, needsMember, offersFor, roomFor, staffSections } from "../../lib/state/selectors.ts";
import { seeded } from "../../scripts/seeded.ts";
import { claimed, dana, iso, linh, mention, noonMs, triaged } from "../support/samples.ts";

const minute = 60_000;
const priority = (postId: string, value: number, change: Partial<Mention> = {}) =>
  mention(postId, { triage: { ...triaged, priority: value }, ...change });
const escalated = (postId: string, change: Partial<Mention> = {}) =>
  mention(postId, { status: "escalated", route: "first_line", ...change });
const ids = (mentions: readonly Mention[]) => mentions.map(({ postId }) => postId);
const expired = { holder: { id: dana.id, name: dana.name }, fence: 1, expiresAt: iso(noonMs), renewals: 0 };

describe("the clock", () => {
  it.each([
    [16 * minute, "running"],
    [15 * minute, "soon"],
    [1, "soon"],
    [0, "over"],
    [-minute, "over"],
  ] as const)("with %i ms left is %s", (leftMs, level) => {
    expect(clockOf(mention("1", { dueAt: iso(noonMs + leftMs) }), noonMs)).toEqual({
      dueMs: noonMs + leftMs,
      leftMs,
      level,
      isPaused: false,
    });
  });

  it.each(["answered", "dismissed", "gone"] as const)("does not run for an %s post", (status) => {
    expect(clockOf(mention("1", { status }), noonMs)).toBeNull();
  });

  it("ends a claim to the millisecond", () => {
    expect(liveClaim(claimed("1", dana), noonMs + 600_000 - 1)).not.toBeNull();
    expect(liveClaim(claimed("1", dana), noonMs + 600_000)).toBeNull();
  });
});

describe("the queue's order", () => {
  it("is by turn: the more pressing the sooner, the older of equals, then the id; from any beginning", () => {
    const random = seeded(3);
    const sorted = [
      priority("old", 0, { firstSeenAt: iso(noonMs - 500 * minute) }),
      priority("a", 90),
      priority("b", 50, { firstSeenAt: iso(noonMs - 2 * minute) }),
      priority("c", 50, { firstSeenAt: iso(noonMs - minute) }),
      priority("d", 50),
      priority("e", 50),
      priority("f", 10),
    ];
    for (let turn = 0; turn < 20; turn += 1) {
      const shuffled = sorted.map((each) => ({ each, key: random() })).sort((a, b) => a.key - b.key);
      expect(ids(shuffled.map(({ each }) => each).sort(byTurn(480)))).toEqual(ids(sorted));
    }
  });
});

describe("what a member is offered", () => {
  const offers = (mentions: readonly Mention[], member = dana, languages = ["en"]) => offersFor(mentions, member, noonMs, 480, languages);
  const next = (mentions: readonly Mention[], member = dana) => offers(mentions, member).own[0]?.postId ?? null;
  const inLanguage = (postId: string, lang: string, value = 50) => mention(postId, { lang, triage: { ...triaged, lang, priority: value } });

  it("is the most urgent that waits", () => {
    expect(next([priority("1", 10), priority("2", 80), priority("3", 40)], dana)).toBe("2");
  });

  it.each([
    ["somebody else is on it", claimed("1", linh)],
    ["it is escalated", escalated("1")],
    ["it is answered", mention("1", { status: "answered" })],
    ["it is dismissed", mention("1", { status: "dismissed" })],
    ["it is gone", mention("1", { status: "gone" })],
    ["it ran out on the staff's side", claimed("1", linh, { route: "first_line", claim: expired })],
  ])("is not this when %s", (_why, one) => {
    expect(next([one])).toBeNull();
  });

  it("is one whose holder's time ran out", () => {
    expect(next([claimed("1", linh, { claim: { ...expired, holder: linh } })], dana)).toBe("1");
  });

  it("is an escalated one too for staff", () => {
    expect(next([escalated("1")], linh)).toBe("1");
  });

  it("is in their own languages first; foreign ones stand apart, however pressing", () => {
    const posts = [inLanguage("1", "id", 99), inLanguage("2", "en", 10), inLanguage("3", "nb", 20), inLanguage("4", "in", 98)];
    expect(ids(offers(posts).own)).toEqual(["2"]);
    expect(ids(offers(posts).others)).toEqual(["1", "4", "3"]);
    expect(ids(offers(posts, dana, ["nb", "id"]).own)).toEqual(["1", "4", "3"]);
  });

  it("counts a post whose language nobody knows as their own", () => {
    const unknown = mention("1", { lang: null, triage: { ...triaged, lang: "unknown" } });
    expect(ids(offers([unknown]).own)).toEqual(["1"]);
    expect(ids(offers([unknown], dana, []).own)).toEqual(["1"]);
  });

  it("is as much as their level leaves room for, without what ran out", () => {
    const newcomer = { ...dana, level: 0 };
    expect(roomFor([], newcomer, usualLevelRules, noonMs)).toBe(1);
    expect(roomFor([claimed("1", newcomer)], newcomer, usualLevelRules, noonMs)).toBe(0);
    expect(roomFor([claimed("1", newcomer, { claim: { ...expired, holder: newcomer } })], newcomer, usualLevelRules, noonMs)).toBe(1);
    expect(roomFor([claimed("1", dana), claimed("2", linh)], dana, usualLevelRules, noonMs)).toBe(2);
    expect(roomFor([claimed("1", dana)], dana, { ...usualLevelRules, claims: [1, 2, 2, 2] }, noonMs)).toBe(1);
  });

  it("comes after their approved answers", () => {
    const draft = { text: "Hi", status: "approved", author: { id: dana.id, name: "Dana" }, updatedAt: iso(noonMs) } as const;
    const others = { ...draft, author: { id: linh.id, name: "Linh" } };
    const posts = [
      claimed("1", dana, { draft }),
      claimed("2", linh, { draft: others }),
      claimed("3", dana, { draft: others }),
      claimed("4", dana),
    ];
    expect(ids(approvedOf(posts, dana))).toEqual(["1"]);
  });
});

describe("what a member holds", () => {
  it("is in the order in which it runs out", () => {
    const endingAt = (postId: string, ms: number) => claimed(postId, dana, { claim: { ...expired, expiresAt: iso(ms) } });
    expect(ids(heldBy([endingAt("1", noonMs + 2), claimed("2", linh), endingAt("3", noonMs + 1), mention("4")], dana.id))).toEqual([
      "3",
      "1",
    ]);
  });
});

it("the first-answer clock counts work time, stands still outside it, and ends with the first answer", () => {
  const day = [{ from: "13:00", to: "17:00" }];
  const hours = { zone: "UTC", week: Array(7).fill(day), holidays: [] };
  const pace = { time: workTime(hours), warnMs: 15 * minute };
  const due = mention("1", { dueAt: iso(noonMs + 70 * minute) });
  expect(clockOf(due, noonMs, pace)).toMatchObject({ leftMs: 10 * minute, level: "soon", isPaused: true });
  expect(clockOf(due, noonMs + 65 * minute, pace)).toMatchObject({ leftMs: 5 * minute, isPaused: false });
  const reply = { text: "Hi", url: null, proof: "seen", author: { id: linh.id, name: "Linh" }, at: iso(noonMs) } as const;
  expect(clockOf({ ...due, reply }, noonMs, pace)).toBeNull();
});

describe("the staff's sections", () => {
  const late = { dueAt: iso(noonMs + minute) };
  const all = [
    mention("open"),
    mention("late", late),
    claimed("lateheld", dana, late),
    escalated("angry"),
    escalated("angrylate", late),
    claimed("mine", linh, { route: "first_line" }),
    claimed("ranout", dana, { route: "second_line", claim: expired }),
    mention("answered", { status: "answered" }),
    mention("dismissed", { status: "dismissed", dueAt: iso(noonMs - minute) }),
    mention("gone", { status: "gone" }),
  ];

  it("hold each mention once", () => {
    const { now, clock, mine, all: rest } = staffSections(all, linh, noonMs, 480);
    expect([ids(now).sort(), ids(clock).sort(), ids(mine), ids(rest)]).toEqual([
      ["angry", "angrylate", "ranout"],
      ["late", "lateheld"],
      ["mine"],
      ["open", "answered", "dismissed"],
    ]);
  });

  it("tell what needs a member", () => {
    expect(needsMember(all, linh, noonMs)).toBe(4);
    expect(needsMember(all, dana, noonMs)).toBe(2);
  });
});
