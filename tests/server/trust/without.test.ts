import { describe, expect, it } from "vitest";
import { usualLevelRules } from "../../../lib/schema/level-rules.ts";
import type { MentionRow } from "../../../server/store/mentions.ts";
import type { DeedRow, HearingRow, OpinionRow } from "../../../server/store/take-backs.ts";
import { type MentionFacts, without } from "../../../server/trust/place.ts";
import { textsWithout } from "../../../server/trust/texts.ts";
import { wordsWithout } from "../../../server/trust/words.ts";
import { mentionRow, rowAt } from "../rows.ts";

const minute = (n: number) => new Date(rowAt.getTime() + n * 60_000);
const whose = { memberId: "m-nia", since: rowAt, by: "m-sam" };
const members: MentionFacts["members"] = new Map([
  ["m-nia", { role: "advocate", level: 0 }],
  ["m-noa", { role: "advocate", level: 0 }],
  ["m-ann", { role: "advocate", level: 1 }],
  ["m-sam", { role: "staff", level: 0 }],
]);
const deed = (member_id: string, action: string, at = minute(1), detail = {}): DeedRow => ({
  subject: "x:1",
  member_id,
  action,
  at,
  detail,
});
const opinion = (change: Partial<OpinionRow>): OpinionRow => ({
  mention_id: "x:1",
  member_id: "m-nia",
  wish: "dismiss",
  state: "open",
  settled_by: null,
  at: minute(1),
  ...change,
});
const facts = (row: Partial<MentionRow>, change: Partial<MentionFacts> = {}): MentionFacts => ({
  row: mentionRow(row),
  levels: usualLevelRules,
  deeds: [],
  opinions: [],
  hearings: [],
  answeredBy: null,
  isSeenByOthers: true,
  members,
  ...change,
});
const placeWithout = (given: MentionFacts) => without(given, whose).place;

describe("a post without what one member did", () => {
  it("is open again where they set it aside, and stays aside where somebody else did, or before", () => {
    const aside = { status: "dismissed", note: "spam", note_by: "m-nia" } as const;
    expect(placeWithout(facts(aside, { deeds: [deed("m-nia", "mention.dismiss")] }))).toMatchObject({
      status: "open",
      note: null,
      note_by: null,
    });
    expect(
      placeWithout(facts({ ...aside, note_by: "m-ann" }, { deeds: [deed("m-nia", "mention.dismiss"), deed("m-ann", "mention.dismiss")] })),
    ).toMatchObject({ status: "dismissed" });
    expect(placeWithout(facts(aside, { deeds: [deed("m-nia", "mention.dismiss", minute(-1))] }))).toMatchObject({ status: "dismissed" });
    expect(placeWithout(facts({ ...aside, merged_into: "x:2" }, { deeds: [deed("m-nia", "mention.dismiss")] })).status).toBe("dismissed");
  });

  it("is open again where a second newcomer completed what they proposed, and not where staff did", () => {
    const aside = { status: "dismissed", note: "spam", note_by: "m-noa" } as const;
    const taken = (settled_by: string) => [opinion({ state: "taken", settled_by })];
    expect(placeWithout(facts(aside, { opinions: taken("m-noa") })).status).toBe("open");
    expect(placeWithout(facts(aside, { opinions: taken("m-sam") })).status).toBe("dismissed");
  });

  it("goes back to the community where they handed it on and nobody went on", () => {
    const handed = { status: "escalated", route: "first_line", routed_by_person: true } as const;
    const done = deed("m-nia", "mention.route", minute(1), { route: "first_line" });
    expect(placeWithout(facts(handed, { deeds: [done] }))).toMatchObject({ status: "open", route: "community", routed_by_person: false });
    expect(placeWithout(facts(handed, { deeds: [done, deed("m-sam", "mention.overrule", minute(2))] }))).toMatchObject(handed);
    expect(placeWithout(facts({ ...handed, routed_by_person: false }, { deeds: [done] })).route).toBe("first_line");
  });

  it("is aside again where they brought it back, with the reason that stood", () => {
    const deeds = [deed("m-ann", "mention.dismiss", minute(1), { reason: "spam" }), deed("m-nia", "mention.reopen", minute(2))];
    expect(placeWithout(facts({}, { deeds }))).toMatchObject({ status: "dismissed", note: "spam", note_by: "m-ann" });
  });

  it("is free where they hold it, and waits with its answer hidden where they answered it", () => {
    expect(placeWithout(facts({ status: "claimed", holder: "m-nia", note: "look" }))).toMatchObject({ status: "open", note: "look" });
    expect(placeWithout(facts({ status: "claimed", holder: "m-ann" })).status).toBe("claimed");
    const answered = facts({ status: "answered" }, { answeredBy: "m-nia", deeds: [deed("m-nia", "reply.posted")] });
    expect(without(answered, whose)).toMatchObject({ hidesReply: true, place: { status: "open" } });
    expect(without({ ...answered, answeredBy: "m-ann" }, whose)).toMatchObject({ hidesReply: false, place: { status: "answered" } });
  });

  it("is spam where they alone reported it, and stays where anybody else saw it", () => {
    const reported = facts({ reported_by: "m-nia", first_seen_at: minute(1) }, { isSeenByOthers: false });
    expect(placeWithout(reported)).toMatchObject({ status: "dismissed", note: "spam", note_by: "m-sam" });
    expect(placeWithout({ ...reported, isSeenByOthers: true }).status).toBe("open");
    expect(placeWithout({ ...reported, opinions: [opinion({ member_id: "m-ann" })] }).status).toBe("open");
  });

  it("has forgotten a later post that only they heard of, and is answered again", () => {
    const heard = (heard_by: string, body = "still broken"): HearingRow => ({
      mention_id: "x:1",
      post_id: "2",
      heard_by,
      body,
      state: "believed",
      at: minute(1),
    });
    const back = { status: "open", follow_up: "2" } as const;
    const given = (...hearings: HearingRow[]) => facts(back, { answeredBy: "m-ann", hearings });
    expect(without(given(heard("m-nia")), whose)).toMatchObject({
      place: { status: "answered", follow_up: null },
      hearings: [{ heard_by: "m-nia", state: "declined" }],
    });
    expect(placeWithout(given(heard("m-nia"), heard("m-ann")))).toMatchObject({ status: "answered" });
    expect(placeWithout(given(heard("m-nia"), heard("m-ann"), heard("m-noa")))).toMatchObject(back);
    expect(placeWithout(given(heard("m-nia"), heard("m-sam")))).toMatchObject(back);
  });

  it("has their proposals declined, and those that they completed open again", () => {
    const { opinions } = without(facts({}, { opinions: [opinion({}), opinion({ member_id: "m-noa", wish: "route" })] }), whose);
    expect(opinions).toEqual([opinion({ state: "declined", settled_by: "m-sam" })]);
    const completed = opinion({ member_id: "m-noa", state: "taken", settled_by: "m-nia" });
    const given = facts(
      { status: "dismissed", note: "spam", note_by: "m-nia" },
      { opinions: [completed], deeds: [deed("m-nia", "mention.dismiss")] },
    );
    expect(without(given, whose).opinions).toEqual([{ ...completed, state: "open", settled_by: null }]);
  });

  it("is as it was where they did nothing", () => {
    const row = mentionRow({ status: "dismissed", note: "spam", note_by: "m-ann" });
    const { place, opinions, hearings, hidesReply } = without(facts(row, { deeds: [deed("m-ann", "mention.dismiss")] }), whose);
    expect(place).toMatchObject({ status: "dismissed", note: "spam", note_by: "m-ann" });
    expect([opinions, hearings, hidesReply]).toEqual([[], [], false]);
  });
});

describe("the texts of a post without one member", () => {
  const draft = (author: string, updated_at = minute(1)) =>
    ({ mention_id: "x:1", status: "in_review", author, body: "Hello", updated_at, whole: {} }) as const;
  const review = (reviewer: string, verdict: string, at = minute(1)) => ({ mention_id: "x:1", reviewer, verdict, at, whole: {} });

  it("lose their own draft, and nobody else's, nor an older one", () => {
    expect(textsWithout(draft("m-nia"), [], whose).dropsDraft).toBe(true);
    expect(textsWithout(draft("m-ann"), [], whose).dropsDraft).toBe(false);
    expect(textsWithout(draft("m-nia", minute(-1)), [], whose).dropsDraft).toBe(false);
    expect(textsWithout(null, [], whose)).toEqual({ dropsDraft: false, reviews: [], isOpenAgain: false });
  });

  it("lose their reviews; a draft that only they sent back is read again", () => {
    const theirs = review("m-nia", "rejected");
    expect(textsWithout(draft("m-ann"), [theirs], whose)).toMatchObject({ reviews: [theirs], isOpenAgain: true });
    expect(textsWithout(draft("m-ann"), [theirs, review("m-sam", "rejected")], whose)).toMatchObject({ isOpenAgain: false });
    expect(textsWithout(draft("m-ann"), [review("m-nia", "rejected", minute(-1))], whose)).toMatchObject({
      reviews: [],
      isOpenAgain: false,
    });
  });
});

describe("the words of a post without one member", () => {
  const first = {
    excerpt: "What was said",
    partial: false,
    author: { handle: "a", name: "A", verified: false },
    lang: "en",
    postedAt: null,
  };
  const other = { ...first, excerpt: "What was not said" };
  const said = (member_id: string, words: typeof first, at = minute(1)) => ({ member_id, at, said: words });

  it("are those of the first reporter again where too few others say what stands", () => {
    const reports = [said("m-ann", first), said("m-nia", other), said("m-noa", other)];
    expect(wordsWithout(other, reports, "m-ann", whose)).toEqual(first);
    expect(wordsWithout(other, [...reports, said("m-sam", other)], "m-ann", whose)).toBeNull();
  });

  it("stay where they said nothing since, or reported it first", () => {
    expect(wordsWithout(other, [said("m-ann", first), said("m-nia", other, minute(-1))], "m-ann", whose)).toBeNull();
    expect(wordsWithout(other, [said("m-nia", first), said("m-noa", other)], "m-nia", whose)).toBeNull();
    expect(wordsWithout(first, [said("m-ann", first), said("m-nia", other)], "m-ann", whose)).toBeNull();
  });
});
