import { afterEach, beforeEach, expect, vi } from "vitest";
import type { AnswerDeps } from "../../../components/composer/actions.ts";
import { openAnswer } from "../../../components/composer/control.ts";
import type { DraftProblem } from "../../../lib/schema/draft-problem.ts";
import type { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { cardState, heldBy, noonMs, noor } from "../samples.ts";

/** A background that keeps one post and writes down what it was asked; timers stand still until a test moves them. */
export class PlayedBackground {
  life = new AbortController();
  /** Held by Noor until a test says otherwise. */
  card: CardState = cardState({ mention: heldBy(noor) });
  asked: [name: string, args: unknown][] = [];
  /** What it throws, by message. */
  refuses: Record<string, FanswerError> = {};
  /** The member's own words for the tie to the brand. */
  owns: Record<string, string> = {};
  /** What it says about every draft. */
  problems: DraftProblem[] = [];
  readonly modelText = "A model's words";

  readonly ask = async (name: string, args: unknown): Promise<unknown> => {
    this.asked.push([name, args]);
    if (this.refuses[name]) throw this.refuses[name];
    if (name === "claim.take") this.move(heldBy(noor));
    if (name === "claim.release") this.move({ status: "open", claim: null });
    if (name === "reply.posted") this.move({ status: "answered", claim: null });
    if (name === "mention.dismiss") this.move({ status: "dismissed", claim: null });
    if (name === "draft.check") return this.problems;
    if (name === "draft.write") return { text: this.modelText };
    return name === "card.state" ? { ...this.card, ownDisclosures: this.owns } : null;
  };

  move(parts: Partial<Mention>): void {
    this.card = cardState({ mention: { ...this.card.mention, ...parts } });
  }

  open(parts: Partial<AnswerDeps> = {}) {
    return openAnswer("x:1", {
      ask: this.ask as AnswerDeps["ask"],
      nowMs: () => noonMs,
      isVisible: () => true,
      place: async () => {},
      signal: this.life.signal,
      ...parts,
    });
  }

  sent(name: string): unknown[] {
    return this.asked.filter(([each]) => each === name).map(([, args]) => args);
  }

  async settle(): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** One for each test; none may leave a timer behind. */
export function playedBackground(): () => PlayedBackground {
  let world: PlayedBackground;
  beforeEach(() => {
    vi.useFakeTimers();
    world = new PlayedBackground();
  });
  afterEach(() => {
    world.life.abort();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
  return () => world;
}
