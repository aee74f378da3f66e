import type { KnowledgeItem, Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import { Chance } from "../kit/numbers.ts";

const syllables = [
  "ba",
  "co",
  "di",
  "fu",
  "ga",
  "ho",
  "ki",
  "lu",
  "me",
  "no",
  "pa",
  "ri",
  "so",
  "tu",
  "ve",
  "zo",
  "mar",
  "len",
  "tip",
  "gor",
];

/** Invented words, a few of them frequent and most of them rare, as words are. */
export class Speech {
  readonly chance: Chance;
  readonly #words: string[];

  constructor(seed: number, words = 12_000) {
    this.chance = new Chance(seed);
    this.#words = Array.from({ length: words }, () =>
      Array.from({ length: this.chance.between(2, 4) }, () => this.chance.pick(syllables)).join(""),
    );
  }

  say(words: number): string {
    return Array.from({ length: words }, () => this.chance.pick(this.#words, 2.5)).join(" ");
  }

  item(id: string): KnowledgeItem {
    const topics = Array.from({ length: 4 }, () => this.say(1));
    return { id, lang: "en", title: this.say(5), topics, answer: this.say(35), link: null };
  }

  precedent(id: string, source: string): Precedent {
    const at = "2026-03-02T12:00:00.000Z";
    return { id, lang: "en", kind: "question", asked: askedOf(this.say(30)), source, verdict: "accepted", answer: null, at };
  }

  /** Words with a letter dropped here and there, so that none stands as it is written. */
  misspelt(words: number): string {
    return this.say(words)
      .split(" ")
      .map((word) => (word.length > 4 ? `${word.slice(0, 3)}q${word.slice(4)}` : `${word}qx`))
      .join(" ");
  }
}
