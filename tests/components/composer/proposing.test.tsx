import { describe, expect, test, vi } from "vitest";
import type { Answering } from "../../../components/composer/actions.ts";
import { Answer } from "../../../components/composer/answer.tsx";
import { pageText, press, show } from "../page.ts";
import { cardState, mention, noonMs, still } from "../samples.ts";

async function answer(card: ReturnType<typeof cardState>, parts: Partial<Answering> = {}) {
  await show(<Answer answering={{ ...still({ card }), ...parts }} nowMs={noonMs} way="place" />);
}

describe("what a newcomer would do with a post", () => {
  const own = { wish: "dismiss", value: "spam", note: null, isMine: true } as const;

  test("is kindly put out of their way, and can be taken back", async () => {
    const withdraw = vi.fn(async () => {});
    await answer(cardState({ mention: mention({ opinions: [own] }) }), { withdraw });
    expect(pageText()).toContain("A second person decides");
    expect(pageText()).not.toContain("I'll answer");
    await press("Take it back");
    expect(withdraw).toHaveBeenCalledWith("dismiss");
  });

  test("is told to the others beside the reasons", async () => {
    await answer(cardState({ mention: mention({ opinions: [{ ...own, isMine: false }] }) }));
    expect(pageText()).toContain("One says: not for us (Spam)");
    expect(pageText()).toContain("I'll answer");
  });
});
