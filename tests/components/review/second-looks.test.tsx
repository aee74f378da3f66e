import { describe, expect, test, vi } from "vitest";
import type { LookActions } from "../../../components/review/actions.ts";
import { SecondLooks } from "../../../components/review/second-looks.tsx";
import { WrongWork } from "../../../components/triage/wrong-work.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { profiles } from "../../../lib/sites/profiles.ts";
import { has, pageText, press, show } from "../page.ts";
import { at, linh, mention, noor } from "../samples.ts";

const wrong = { verdict: "wrong", reason: "untrue", at: at(-1), ending: null, url: null } as const;

function answered(author: typeof noor, secondLook: Mention["secondLook"], site: Mention["site"] = "x"): Mention {
  const url = "https://x.com/someone/status/7";
  return mention({
    ...{ site, status: "answered", secondLook },
    author: { handle: null, name: `Asker of ${author.name}`, verified: null },
    reply: { text: `As ${author.name} wrote`, url, proof: "seen", author: { id: author.id, name: author.name }, at: at(-9) },
  });
}
const others = answered(linh, { isAsked: true, found: null });
const own = answered(noor, { isAsked: false, found: wrong });

async function looks(parts: Partial<LookActions> = {}) {
  const done = async () => {};
  const actions = {
    list: async () => [own, others],
    say: vi.fn(done),
    end: vi.fn(done),
    openPost: vi.fn(),
    amendOn: (site: Mention["site"]) => profiles[site].amend,
    ...parts,
  };
  const onSome = vi.fn();
  await show(<SecondLooks actions={actions} onSome={onSome} />);
  return { actions, onSome };
}

describe("in the popup", () => {
  test("another's answer is read and judged with one press; then the next opens", async () => {
    const { actions, onSome } = await looks({ list: async () => [others, own] });
    await vi.waitFor(() => expect(onSome).toHaveBeenLastCalledWith(true));
    await press("Asker of Linh Aster");
    expect(pageText()).toContain("As Linh Aster wrote");
    await press("Open the answer");
    expect(actions.openPost).toHaveBeenCalledWith("https://x.com/someone/status/7");
    await press("Helpful");
    expect(actions.say).toHaveBeenCalledWith(others, { verdict: "helpful" });
    expect(pageText()).not.toContain("As Linh Aster wrote");
    expect(pageText()).toContain("As Noor Vale wrote");
  });

  test("that something is wrong is said with a reason", async () => {
    const { actions } = await looks();
    await press("Asker of Linh Aster");
    await press("Something is wrong");
    await press("it could do harm");
    expect(actions.say).toHaveBeenCalledWith(others, { verdict: "wrong", reason: "harmful" });
  });

  test("one's own says what is wrong, how its site lets one put it right, and what came of it", async () => {
    const { actions } = await looks();
    await press("Asker of Noor Vale");
    expect(pageText()).toContain("it says something that is not true");
    expect(pageText()).toContain("On X you can delete it in its menu (⋯), then answer once more.");
    await press("I deleted it");
    expect(actions.end).toHaveBeenCalledWith(own, "deleted");
  });

  test("each site's own way is told", async () => {
    await looks({ list: async () => [answered(noor, { isAsked: false, found: wrong }, "facebook")] });
    await press("Asker of Noor Vale");
    expect(pageText()).toContain("Facebook lets you edit it");
  });

  test("what was refused says why and stays", async () => {
    await looks({ say: () => Promise.reject(new FanswerError("move_not_allowed")) });
    await press("Asker of Linh Aster");
    await press("Not helpful");
    expect(pageText()).toContain("This post has moved on");
    expect(has("Asker of Linh Aster")).toBe(true);
  });

  test("while the server is away there is nothing", async () => {
    const { onSome } = await looks({ list: () => Promise.reject(new FanswerError("server_unreachable")) });
    expect(onSome).not.toHaveBeenCalledWith(true);
  });
});

test("staff say what became of a wrong answer, and read it afterwards", async () => {
  const end = vi.fn(async () => {});
  await show(<WrongWork mention={own} actions={{ end }} />);
  expect(pageText()).toContain("A second reader found it wrong");
  await press("It is right after all");
  expect(end).toHaveBeenCalledWith(own, "right");
  await show(<WrongWork mention={answered(noor, { isAsked: false, found: { ...wrong, ending: "deleted" } })} actions={{ end }} />);
  expect(pageText()).toContain("· It was deleted");
  expect(has("It is right after all")).toBe(false);
});
