// @vitest-environment node

import { describe, expect, it } from "vitest";
import { usualChoices } from "../../lib/schema/alert-choices.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Profile } from "../../lib/schema/profile.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { type AlertView, alertsOf, groupAlerts, groupKind } from "../../lib/state/alerts.ts";
import { claimed, dana, iso, linh, mention, noonMs, triaged } from "../support/samples.ts";

const minute = 60_000;
const wanting = (member: Member, profile: Partial<Profile> = {}): Member => ({
  ...member,
  profile: { languages: null, topics: [], away: null, alerts: usualChoices("UTC"), calls: [], ...profile },
});
const calls = (kind: string, ...ids: readonly string[]) => ids.map((id) => ({ mentionId: `x:${id}`, kind, at: iso(noonMs) }));
const keys = (mentions: readonly Mention[], member = wanting(dana), parts: Partial<AlertView> = {}) =>
  alertsOf({ mentions, member, drifts: [], ending: [], rules: undefined, levels: usualLevelRules, nowMs: noonMs, ...parts }).map(
    ({ kind, mention: about }) => `${kind} ${about?.id ?? ""}`,
  );
const replied = (mood: "thanks" | "negative" | "other", by: Member, hours = 1) =>
  mention("1", {
    status: "answered",
    reply: { text: "Hold it.", url: null, proof: "seen", author: by, at: iso(noonMs) },
    followUp: { text: "so?", url: null, mood, at: iso(noonMs - hours * 60 * minute) },
  });

describe("a member is told", () => {
  it("of posts that they are called to, as long as nobody has them", () => {
    const member = wanting(dana, { calls: calls("post", "1", "2", "3") });
    expect(keys([mention("1"), claimed("2", linh), mention("3", { status: "dismissed" }), mention("4")], member)).toEqual(["post x:1"]);
  });

  it("that their time is nearly over, in its last two minutes", () => {
    const ending = (minutes: number, who = dana) => {
      const one = claimed("1", who);
      return one.claim ? { ...one, claim: { ...one.claim, expiresAt: iso(noonMs + minutes * minute) } } : one;
    };
    expect(keys([ending(1.9)])).toEqual(["claim_ending x:1"]);
    expect([...keys([ending(2.1)]), ...keys([ending(-1)]), ...keys([ending(1, linh)])]).toEqual([]);
  });

  it("what the authors wrote whom they answered, for a day", () => {
    expect(keys([replied("thanks", dana)])).toEqual(["thanks x:1"]);
    expect(keys([replied("negative", dana)])).toEqual(["still_broken x:1"]);
    expect([...keys([replied("other", dana)]), ...keys([replied("thanks", linh)]), ...keys([replied("thanks", dana, 25)])]).toEqual([]);
  });

  it("that an answer on record of theirs ends, and once more when it is over", () => {
    const item = {
      id: "hours",
      lang: "en",
      title: "Hours",
      topics: [],
      answer: "9 to 5",
      link: null,
      validUntil: iso(noonMs).slice(0, 10),
    };
    const at = (nowMs: number) =>
      alertsOf({ mentions: [], member: wanting(dana), drifts: [], ending: [item], rules: undefined, levels: usualLevelRules, nowMs });
    const told = [at(noonMs), at(noonMs + 24 * 60 * minute)].map(([alert]) => [alert?.kind, alert?.key.split(" ").at(-1)]);
    expect(told).toEqual([
      ["item_ending", "soon"],
      ["item_ending", "past"],
    ]);
  });

  it("that an answer of theirs was found wrong, until something came of it", () => {
    const found = { verdict: "wrong", reason: "untrue", at: iso(noonMs), ending: null, url: null } as const;
    const wrong = (by: Member, ending: "corrected" | null = null): Mention => ({
      ...replied("other", by),
      secondLook: { isAsked: false, found: { ...found, ending } },
    });
    expect(keys([wrong(dana)])).toEqual(["wrong x:1"]);
    expect([...keys([wrong(linh)]), ...keys([wrong(dana, "corrected")])]).toEqual([]);
  });

  it("that their draft was read, and again when more was said", () => {
    const review = { since: iso(noonMs), needs: 1, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };
    const draft = { text: "Hold it.", author: dana, updatedAt: iso(noonMs), review };
    const of = (status: "in_review" | "approved" | "rejected") => claimed("1", dana, { draft: { ...draft, status } });
    expect(keys([of("in_review")])).toEqual([]);
    const told = (["approved", "rejected"] as const).map((status) =>
      alertsOf({
        mentions: [of(status)],
        member: wanting(dana),
        drifts: [],
        ending: [],
        rules: undefined,
        levels: usualLevelRules,
        nowMs: noonMs,
      }),
    );
    expect(told.map(([one]) => one?.kind)).toEqual(["draft_read", "draft_read"]);
    expect(new Set(told.map(([one]) => one?.key)).size).toBe(2);
  });

  it("to read a draft that they are called to, once they may", () => {
    const review = { since: iso(noonMs), needs: 2, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };
    const waiting = claimed("1", linh, { draft: { text: "x", status: "in_review", author: linh, updatedAt: iso(noonMs), review } });
    expect(keys([waiting], wanting(dana, { calls: calls("review", "1") }))).toEqual(["review x:1"]);
    expect(keys([waiting], wanting({ ...dana, level: 0 }, { calls: calls("review", "1") }))).toEqual([]);
  });

  it("nothing during a break, nothing that they or the workspace do not want", () => {
    const one = [replied("thanks", dana)];
    expect(keys(one, wanting(dana, { away: { until: null } }))).toEqual([]);
    expect(keys(one, wanting(dana, { alerts: { ...usualChoices("UTC"), off: ["thanks"] } }))).toEqual([]);
    expect(keys(one, wanting(dana), { rules: { off: ["thanks", "from a later version"], chats: [] } })).toEqual([]);
  });
});

describe("staff are told", () => {
  const staff = wanting(linh);
  const danger = (change: Partial<Mention> = {}) => mention("1", { triage: { ...triaged, hazard: "safety", danger: 0.9 }, ...change });

  it("of danger, unless somebody else has it or was given it", () => {
    expect(keys([danger()], staff)).toEqual(["danger x:1"]);
    expect(keys([danger({ assignee: linh })], staff)).toEqual(["danger x:1"]);
    expect(keys([danger({ assignee: { id: "m-other", name: "Other" } })], staff)).toEqual([]);
    expect(keys([{ ...claimed("1", dana), triage: danger().triage }], staff)).toEqual([]);
    expect(keys([danger({ status: "answered" })], staff)).toEqual([]);
    expect(keys([danger()])).toEqual([]);
  });

  it("that a first answer is due within a quarter of an hour, and not when it is late already", () => {
    const due = (minutes: number) => mention("1", { dueAt: iso(noonMs + minutes * minute) });
    expect(keys([due(14)], staff)).toEqual(["clock x:1"]);
    expect([...keys([due(16)], staff), ...keys([due(-1)], staff)]).toEqual([]);
  });

  it("of sites that cannot be read any more, once a day", () => {
    const drifts = [{ site: "x", posts: 10, readable: 1, missing: ["text"], at: iso(noonMs) }];
    expect(keys([], staff, { drifts })).toEqual(["drift "]);
    expect(keys([], staff, { drifts, nowMs: noonMs + 25 * 60 * minute })).toEqual([]);
  });

  it("are not called to what the community answers", () => {
    expect(keys([mention("1")], wanting(linh, { calls: calls("post", "1") }))).toEqual([]);
  });
});

describe("groups", () => {
  it("are of a kind, and of a language where several may wait", () => {
    const post = (id: string, lang: Mention["triage"]["lang"]) => ({
      kind: "post" as const,
      key: id,
      mention: mention(id, { triage: { ...triaged, lang } }),
    });
    const groups = groupAlerts([post("1", "nb"), post("2", "en"), post("3", "nb"), { kind: "drift", key: "x", mention: null }]);
    expect(groups.map(({ id, language, alerts }) => [id, language, alerts.length])).toEqual([
      ["post.nb", "nb", 2],
      ["post.en", "en", 1],
      ["drift", null, 1],
    ]);
    expect(groups.map(({ id }) => groupKind(id))).toEqual(["post", "post", "drift"]);
    expect([groupKind("poster"), groupKind("")]).toEqual([null, null]);
  });
});
