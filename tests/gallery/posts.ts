import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { angry, at, calm, heldBy, keywordList, linh, mention, noor, suggestions } from "../components/samples.ts";

export const answer = suggestions[0]?.text ?? "";
/** Markup, a sign that turns the line round and one without width. */
const hostile = '<b onclick="x">\u202eAcme\u200b</b>'.repeat(9);

const by = (name: string, handle: string | null): Mention["author"] => ({ name, handle, verified: null });

export const posts = {
  angry: mention({
    status: "escalated",
    route: "first_line",
    triage: angry,
    excerpt: "This is the third time my Acme charger died. Ridiculous, I want a refund today or I'm telling everyone.",
    author: by("Rowan Mill", "rowan_m"),
    note: "Wants a refund, I can't promise that.",
    dueAt: at(-15),
  }),
  hostile: mention({ status: "escalated", route: "second_line", excerpt: hostile, author: by(hostile, null) }),
  soon: mention({ dueAt: at(8), excerpt: "Does the Acme case charge wirelessly?", author: by("Kit Ode", "kit") }),
  mine: mention({ ...heldBy(noor), author: by("Dana Kestrel", "dana_k") }),
  hebrew: mention({
    ...heldBy(linh),
    excerpt: "האוזניות של Acme לא מתחברות אחרי העדכון, מישהו יודע מה לעשות?",
    author: by("טל אורן", "tal"),
    lang: "he",
  }),
  calm: mention({ excerpt: "Any tips to make the Acme battery last longer on long flights?", author: by("Mo Lind", "mo") }),
  indonesian: mention({
    excerpt: "Min, baterai Acme saya cepat habis sejak pembaruan kemarin. Ada yang tahu caranya?",
    author: by("Sari Wulan", "sariw"),
    lang: "id",
    triage: { ...calm, lang: "id", priority: 88 },
  }),
  answered: mention({
    status: "answered",
    author: by("Jo Park", "jo"),
    reply: { text: answer, url: null, proof: "seen", author: { id: linh.id, name: linh.name }, at: at(-5) },
  }),
};
export const mixed: readonly Mention[] = Object.values(posts);

const draftBy = (text: string, forStaff: boolean): Mention["draft"] => ({
  text,
  status: "in_review",
  author: { id: linh.id, name: linh.name },
  updatedAt: at(-3),
  review: { since: at(-3), needs: forStaff ? 1 : 2, needsUnlike: false, forStaff, reason: null, verdicts: [] },
});
export const reviewed: readonly Mention[] = [
  mention({ ...posts.soon, ...heldBy(linh), draft: draftBy(answer, false) }),
  mention({ ...posts.hebrew, ...heldBy(linh), draft: draftBy("לחצו על הכפתור עשר שניות, והאוזניות יתחברו שוב.", true) }),
  posts.calm,
];

export const withDelta: KeywordList = {
  ...keywordList,
  entries: [
    ...keywordList.entries,
    {
      ...{ id: "e-5", text: "Delta", label: "Acme Delta", mustNear: [], mustNotNear: ["variant"] },
      ...{ ambiguous: true, languages: ["en", "nb"], within: 4, ignoreAuthors: ["@deltanews"] },
    },
  ],
};
export const neverOurs: KeywordList = { ...keywordList, id: "l-2", name: "Never ours", negative: true, entries: [] };

const found = { verdict: "wrong", reason: "untrue", at: at(-2), ending: null, url: null } as const;
const published = mention({ ...posts.answered, id: "x:7", postId: "7", secondLook: { isAsked: true, found: null } });

/** Answers to look at again: one's own that was found wrong, and another's. */
export const ownWrong = mention({
  ...{ ...posts.calm, status: "answered", id: "x:8", postId: "8", secondLook: { isAsked: false, found } },
  reply: { text: answer, url: "https://x.com/noor/status/88", proof: "seen", author: { id: noor.id, name: noor.name }, at: at(-30) },
});
export const othersAnswer = mention({
  ...published,
  reply: published.reply && { ...published.reply, url: "https://x.com/linh/status/77" },
});
