import { expect, test } from "vitest";
import { OwnProposals } from "../../../components/knowledge/own-proposals.tsx";
import type { OwnProposal } from "../../../lib/schema/proposals.ts";
import { pageText, show } from "../page.ts";
import { at, noonMs } from "../samples.ts";

const proposal = (parts: Partial<OwnProposal>): OwnProposal => ({
  ...{ id: "p1", title: "Pairing", state: "accepted", reason: null, note: "", at: at(-60) },
  ...parts,
});
const shown = (...proposals: OwnProposal[]) => show(<OwnProposals proposals={proposals} nowMs={noonMs} />);

test("tells what became of proposals, with the reason and the word of who decided", async () => {
  await shown(proposal({}), proposal({ id: "p2", title: "Case", state: "declined", reason: "special", note: "Old <b>cases</b>." }));
  expect(pageText()).toContain("“Pairing” is kept: others are offered it now.");
  expect(pageText()).toContain("“Case” is not kept. It fits that one post only. They said: “Old <b>cases</b>.”");
});

test("is silent of what waits, and of what is a week old", async () => {
  await shown(proposal({ state: "open" }), proposal({ id: "p2", at: at(-60 * 24 * 8) }));
  expect(pageText()).toBe("");
});
