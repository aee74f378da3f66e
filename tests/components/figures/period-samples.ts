import type { PeriodActions } from "../../../components/figures/actions.ts";
import { shareFrom } from "../../../components/figures/share-from.ts";
import type { FigureDimension, PeriodFigures, PostFigures } from "../../../lib/schema/period-figures.ts";
import { at, noonMs } from "../samples.ts";

interface Counts {
  readonly seen: number;
  readonly needed: number;
  readonly answered: number;
  readonly within2h?: number;
  readonly within24h?: number;
  readonly byCommunity?: number;
}

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const part = (of: number, share: number) => Math.round(of * share);

/** Invented figures of so many posts. */
export function postFigures(counts: Counts, medianMinutes: number | null = 42): PostFigures {
  const { seen, needed, answered } = counts;
  const { within2h = part(answered, 0.8), within24h = part(answered, 0.95), byCommunity = part(answered, 0.75) } = counts;
  const isKnown = answered >= 10 && medianMinutes !== null;
  return {
    ...{ seen, needed, answered, claimed: Math.min(needed, answered + part(needed, 0.05)) },
    responseRate: shareFrom(answered, needed),
    within2h: shareFrom(within2h, needed),
    within24h: shareFrom(within24h, needed),
    community: shareFrom(byCommunity, answered),
    firstAnswer: {
      of: answered,
      medianMs: isKnown ? medianMinutes * minute : null,
      p90Ms: isKnown ? medianMinutes * minute * 7 : null,
    },
  };
}

/** Invented days up to the one of the samples; each with about `needed` posts that need an answer. */
function daysOf(count: number, needed: number): PeriodFigures["days"] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(noonMs - (count - 1 - index) * dayMs).toISOString().slice(0, 10);
    const wave = 1 + 0.4 * Math.sin(index * 0.9);
    const [need, share] = [Math.round(needed * wave), 0.5 + (0.25 * index) / count + 0.08 * Math.sin(index * 1.7)];
    const answered = part(need, share);
    return {
      ...{ day, seen: need * 2, needed: need, claimed: Math.min(need, answered + 1), answered },
      ...{ within2h: part(answered, 0.8), within24h: part(answered, 0.95), byCommunity: part(answered, 0.75) },
    };
  });
}

const values: Readonly<Record<FigureDimension, readonly (readonly [key: string, name: string | null, Counts])[]>> = {
  site: [
    ["x", null, { seen: 620, needed: 330, answered: 251 }],
    ["facebook", null, { seen: 330, needed: 160, answered: 82 }],
    ["mastodon", null, { seen: 14, needed: 6, answered: 4 }],
  ],
  language: [
    ["en", null, { seen: 700, needed: 360, answered: 290 }],
    ["he", null, { seen: 120, needed: 70, answered: 12 }],
    ["unknown", null, { seen: 30, needed: 8, answered: 1 }],
  ],
  list: [
    ["l-1", "Acme", { seen: 600, needed: 430, answered: 320 }],
    ["l-2", "Delta", { seen: 320, needed: 31, answered: 20 }],
  ],
  label: [["Acme", null, { seen: 600, needed: 430, answered: 320 }]],
  route: [
    ["community", null, { seen: 800, needed: 410, answered: 280 }],
    ["first_line", null, { seen: 120, needed: 80, answered: 57 }],
  ],
  kind: [["question", null, { seen: 500, needed: 400, answered: 300 }]],
  hour: Array.from({ length: 24 }, (_, hour) => [`${hour}`, null, { seen: 40, needed: 20, answered: 8 + (hour % 12) }] as const),
  weekday: [1, 2, 3, 4, 5, 6, 7].map((day) => [`${day}`, null, { seen: 140, needed: 70, answered: 40 + day * 3 }] as const),
};

/** Invented figures of 30 days. */
export function periodFigures(by: FigureDimension | null = null, parts: Partial<PeriodFigures> = {}): PeriodFigures {
  return {
    ...{ zone: "Europe/Oslo", from: "2026-02-01", until: "2026-03-02", at: at(0) },
    now: postFigures({ seen: 964, needed: 496, answered: 337 }),
    before: postFigures({ seen: 900, needed: 450, answered: 270 }, 61),
    days: daysOf(30, 17),
    lost: {
      ...{ noAnswerExpected: 210, notAboutUs: 230, noAnswerNeeded: 14, alreadyAnswered: 6, spam: 8, ownPost: 0 },
      ...{ merged: 5, closedAtDesk: 0, otherwise: 0, gone: 3, neverTaken: 120, inWork: 6, putDown: 33 },
    },
    backlog: {
      community: 118,
      staff: 35,
      inWork: 6,
      ages: { under2h: 9, under24h: 31, under7d: 70, older: 49 },
      oldestAt: at(-60 * 24 * 26),
    },
    claims: { taken: 410, givenBack: 44, ranOut: 21 },
    triage: { right: shareFrom(96, 117), missed: 4 },
    quality: { helpful: 48, somewhat: 9, no: 4, wrong: 2, thanks: 31, stillBroken: 6 },
    topAnswers: [
      { itemId: "k-1", title: "Pairing after an update", used: 64, liked: 12 },
      { itemId: "k-2", title: "Refunds within thirty days", used: 31, liked: 0 },
      { itemId: "k-9", title: null, used: 3, liked: 1 },
    ],
    by: by && {
      dimension: by,
      values: values[by].map(([key, name, counts]) => ({ key, name, ...postFigures(counts) })),
      left: { values: by === "label" ? 4 : 0, seen: by === "label" ? 61 : 0 },
    },
    ...parts,
  };
}

const none = { seen: 0, needed: 0, answered: 0 };
/** Of a workspace in which nothing happened yet, or `needed` posts asked for an answer. */
export const fewFigures = (needed = 0, answered = 0): PeriodFigures =>
  periodFigures("site", {
    now: postFigures({ seen: needed, needed, answered }),
    before: postFigures(none),
    days: daysOf(30, 0),
    lost: Object.fromEntries(Object.keys(periodFigures().lost).map((key) => [key, key === "neverTaken" ? needed - answered : 0])) as never,
    backlog: {
      community: needed - answered,
      staff: 0,
      inWork: 0,
      ages: { under2h: needed - answered, under24h: 0, under7d: 0, older: 0 },
      oldestAt: needed > answered ? at(-30) : null,
    },
    claims: { taken: answered, givenBack: 0, ranOut: 0 },
    triage: { right: shareFrom(0, 0), missed: 0 },
    quality: { helpful: 0, somewhat: 0, no: 0, wrong: 0, thanks: 0, stillBroken: 0 },
    topAnswers: [],
    by: { dimension: "site", values: [], left: { values: 0, seen: 0 } },
  });

/** Figures that answer every question; `parts` says what is different. */
export const periodActions = (parts: Partial<PeriodActions> = {}): PeriodActions => ({
  kept: () => null,
  read: async ({ by }) => periodFigures(by),
  ...parts,
});
