import { usualChoices } from "../../lib/schema/alert-choices.ts";
import { type Reachable, type Wanted, waveMs, waveSizes, whomToCall } from "../../server/alerts/whom.ts";

/** Somebody of an invented community, with what only the simulation knows of them. */
interface Inhabitant {
  readonly who: Reachable;
  /** For each hour of the day (UTC) how likely they are at their browser. */
  readonly there: readonly number[];
}

/** Whom a policy calls in a wave. */
export type Policy = (
  people: readonly Reachable[],
  wanted: Wanted,
  wave: number,
  nowMs: number,
  random: () => number,
) => readonly Reachable[];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const languages = ["en", "en", "en", "en", "en", "nb", "nb", "vi", "vi", "zh"] as const;
const topics = ["Headphones", "Earbuds", "Charging", "App", "Orders"] as const;
/** How likely somebody at their browser takes a post that they are called to, and how much likelier one of a topic of theirs; after how long, on average. */
const takes = 0.15;
const takesOfTopic = 0.3;
const meanMs = 2 * minuteMs;
/** Days of which the server counted the hours before. */
const before = 40;

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;

function inhabitant(id: string, random: () => number): Inhabitant {
  const begins = Math.floor(random() * 24);
  const length = 2 + Math.floor(random() * 8);
  const there = Array.from({ length: 24 }, (_, hour) => ((hour - begins + 24) % 24 < length ? 0.6 : 0.02));
  const hours = there.map((share) => Array.from({ length: before }, random).filter((drawn) => drawn < share).length);
  const own = [pick(languages, random), ...(random() < 0.2 ? ["en"] : [])];
  const known = random() < 0.4 ? [pick(topics, random)] : [];
  const choices = { ...usualChoices("UTC"), quiet: null };
  return {
    there,
    who: {
      ...{ id, role: "advocate", level: 1, languages: own, topics: known, choices, hours },
      calledInHour: 0,
      calledInDay: 0,
      held: 0,
      mayHold: 3,
    },
  };
}

/** So many members: each has some hours of the day, one language or two, and perhaps a topic. */
export const community = (count: number, random: () => number): Inhabitant[] =>
  Array.from({ length: count }, (_, n) => inhabitant(`m${n}`, random));

/** What came of a day's posts. */
export interface CalledDay {
  /** Of each post how many were called. */
  readonly called: readonly number[];
  /** Of each post after how long somebody took it, in ms; Infinity: nobody did before the calls ended. */
  readonly takenMs: readonly number[];
}

/** When a member who is called takes the post, after the call; Infinity: not. */
function takesAfter({ there, who }: Inhabitant, { labels }: Wanted, atMs: number, random: () => number): number {
  const willing = labels.some((label) => who.topics.includes(label)) ? takesOfTopic : takes;
  const isThere = random() < (there[Math.floor(atMs / hourMs) % 24] ?? 0);
  return isThere && random() < willing ? -Math.log(1 - random()) * meanMs : Number.POSITIVE_INFINITY;
}

/** A day with so many posts, called to by a policy: who takes one first has it. */
export function day(people: readonly Inhabitant[], posts: number, policy: Policy, random: () => number): CalledDay {
  const byId = new Map(people.map((each) => [each.who.id, each]));
  const calls = new Map<string, number[]>();
  const within = (id: string, nowMs: number, ms: number) => (calls.get(id) ?? []).filter((atMs) => atMs > nowMs - ms).length;
  const called: number[] = [];
  const takenMs: number[] = [];
  for (let n = 0; n < posts; n += 1) {
    const beganMs = Math.floor((n / posts) * 24 * hourMs);
    const except = new Set<string>();
    const wanted: Wanted = { kind: "post", language: pick(languages, random), labels: [pick(topics, random)], except };
    let firstMs = Number.POSITIVE_INFINITY;
    for (let wave = 1; wave <= waveSizes.length && firstMs > (wave - 1) * waveMs; wave += 1) {
      const nowMs = beganMs + (wave - 1) * waveMs;
      const reachable = people.map(({ who }) => ({
        ...who,
        calledInHour: within(who.id, nowMs, hourMs),
        calledInDay: within(who.id, nowMs, 24 * hourMs),
      }));
      for (const { id } of policy(reachable, wanted, wave, nowMs, random)) {
        except.add(id);
        calls.set(id, [...(calls.get(id) ?? []), nowMs]);
        const one = byId.get(id);
        if (one) firstMs = Math.min(firstMs, nowMs - beganMs + takesAfter(one, wanted, nowMs, random));
      }
    }
    called.push(except.size);
    takenMs.push(firstMs);
  }
  return { called, takenMs };
}

/** Everybody who reads the language, at once. */
const everybody: Policy = (people, { language }, wave) =>
  wave === 1 ? people.filter((who) => language !== null && who.languages.includes(language)) : [];

/** As few as by the product's policy, whoever they are. */
const anyFew: Policy = (people, { language, except }, wave, _nowMs, random) =>
  people
    .filter(({ id, languages: own }) => language !== null && own.includes(language) && !except.has(id))
    .map((who) => ({ who, chance: random() }))
    .sort((a, b) => a.chance - b.chance)
    .slice(0, waveSizes[wave - 1])
    .map(({ who }) => who);

export const policies: Readonly<Record<string, Policy>> = { likeliest: whomToCall, "any few": anyFew, everybody };
