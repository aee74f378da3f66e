import { expect, test, vi } from "vitest";
import type { ProposalActions } from "../../../components/knowledge/actions.ts";
import { Proposals } from "../../../components/knowledge/proposals.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { WaitingProposal } from "../../../lib/schema/waiting-proposals.ts";
import { control, pageText, pick, press, show, type } from "../page.ts";
import { at, linh } from "../samples.ts";

const proposal = (id: string, title: string): WaitingProposal => ({
  ...{ id, title, lang: "en", answer: "Hold <i>it</i>.", mentionId: "x:1", at: at(-9) },
  by: { id: linh.id, name: linh.name },
});

async function reviewing(parts: Partial<ProposalActions> = {}) {
  const actions = {
    list: async () => [proposal("p1", "Pairing"), proposal("p2", "Case")],
    accept: vi.fn(async () => null),
    decline: vi.fn(async () => null),
    ...parts,
  };
  await show(<Proposals actions={actions} newId={() => "new"} />);
  return actions;
}

test("one is kept as it was edited, and is gone from the list", async () => {
  const { accept } = await reviewing();
  expect(pageText()).toContain("2 answers that members propose");
  expect(pageText()).toContain(linh.name);
  await press("Pairing");
  expect(control<HTMLTextAreaElement>("Answer").value).toBe("Hold <i>it</i>.");
  await type("Answer", "Hold it.");
  await type("Words that lead to it", "pair, bluetooth");
  await press("Keep it");
  expect(accept).toHaveBeenCalledWith("p1", expect.objectContaining({ id: "new", answer: "Hold it.", topics: ["pair", "bluetooth"] }));
  expect(pageText()).toContain("1 answer that a member proposes");
});

test("one is not kept, with a reason and a word", async () => {
  const { decline } = await reviewing();
  await press("Case");
  await press("Do not keep it");
  await pick("Why?", "untrue");
  await type("A word to its proposer", " Ten seconds. ");
  await press("Do not keep it");
  expect(decline).toHaveBeenCalledWith("p2", "untrue", "Ten seconds.");
  expect(pageText()).toContain("Its proposer is told why.");
});

test("one that went meanwhile is said and gone; without a server it stays", async () => {
  await reviewing({ accept: () => Promise.reject(new FanswerError("not_found")) });
  await press("Pairing");
  await press("Keep it");
  expect(pageText()).toContain("or its proposer has left");
  expect(pageText()).toContain("1 answer that a member proposes");
  await show(null);
  await reviewing({ accept: () => Promise.reject(new FanswerError("server_unreachable")) });
  await press("Pairing");
  await press("Keep it");
  expect(pageText()).toContain("2 answers that members propose");
});

test("nothing stands there where nothing waits", async () => {
  await reviewing({ list: async () => [] });
  expect(pageText()).toBe("");
});
