import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { AdminActions } from "../../../components/admin/actions.ts";
import { Admin } from "../../../components/admin/admin.tsx";
import type { AdminPart } from "../../../lib/schema/admin-parts.ts";
import { type KnowledgeItem, type Member, noReplyPolicy } from "../../../lib/schema/workspace.ts";
import { adminActions, invitation, invitationActions } from "../actions.ts";
import { periodActions } from "../figures/period-samples.ts";
import { control, pageText, press, show, type } from "../page.ts";
import { ada, at, heldBy, knowledgeItems, linh, mention, noor, sam, storeState } from "../samples.ts";

function actions(parts: Partial<AdminActions> = {}): AdminActions {
  return adminActions({
    copy: vi.fn(async () => {}),
    ...parts,
  });
}

async function admin(part: AdminPart, parts: Partial<AdminActions> = {}, member: Member = ada) {
  const mentions = [
    mention(),
    mention({ dueAt: at(-1) }),
    mention(heldBy(linh)),
    mention({ status: "escalated", route: "first_line" }),
    mention({ status: "answered" }),
  ];
  const memory = { load: () => null, save: () => true };
  await show(
    <Admin
      state={storeState({ member, mentions })}
      knowledge={signal(knowledgeItems)}
      actions={actions(parts)}
      memory={memory}
      part={part}
      model={signal(null)}
    />,
  );
}

test.each([noor, sam])("a sentence for $role", async (member) => {
  await admin("overview", {}, member);
  expect(pageText()).toBe("This page is for admins. Ask one if something should change.");
});

test("after leaving it says so, with the way back", async () => {
  const openWelcome = vi.fn();
  const state = storeState({ member: null, left: "Acme Friends" });
  const memory = { load: () => null, save: () => true };
  const props = { state, memory, knowledge: signal([]), actions: actions({ openWelcome }), model: signal(null) };
  await show(<Admin {...props} part="overview" />);
  expect(pageText()).toContain("You left Acme Friends, and nothing of it is on this device any more.");
  await press("Join with an invitation");
  expect(openWelcome).toHaveBeenCalledOnce();
});

test("the navigation names what there is, and where one is", async () => {
  await admin("keywords");
  expect([...document.querySelectorAll("nav a")].map((entry) => entry.textContent)).toEqual([
    "Overview",
    "Figures",
    "The brand",
    "Keywords",
    "Rules",
    "Knowledge",
    "Replies",
    "People",
    "Brake",
    "Clock",
    "Alerts",
    "Integrations",
    "Forum",
    "Author data",
    "Log",
  ]);
  expect(control("Keywords").getAttribute("aria-current")).toBe("page");
});

test("people are invited below the list of those who are there", async () => {
  const make = vi.fn(invitationActions().make);
  const copy = vi.fn(async () => {});
  await admin("people", { invitations: invitationActions({ make }), copy });
  await press("Make an invitation");
  expect(make).toHaveBeenCalledOnce();
  await press("Copy");
  expect(copy).toHaveBeenCalledWith(invitation.link);
});

test("the rules are there, with how often triage was right", async () => {
  await admin("rules");
  expect(pageText()).toContain("How often it was right");
  expect(pageText()).toContain("Not enough yet to say how often “angry” is right (0 of 20 posts).");
});

describe("knowledge", () => {
  test("an answer is found, changed and saved; what is missing is said", async () => {
    const saveItems = vi.fn(async (_items: readonly KnowledgeItem[]) => {});
    await admin("knowledge", { saveItems });
    await type("Find an answer", "firmware");
    expect(pageText()).not.toContain("Somebody says something kind");
    await press("Pairing after an update");
    await type("What it is about", " ");
    await press("Save");
    expect(saveItems).not.toHaveBeenCalled();
    expect(pageText()).toContain("Give it a title, an answer and a language.");
    await type("What it is about", "Pairing");
    await type("Words that lead to it", "pairing, won't connect,");
    await press("Save");
    expect(saveItems).toHaveBeenCalledWith([
      expect.objectContaining({ id: "k-1", title: "Pairing", topics: ["pairing", "won't connect"] }),
    ]);
    expect(pageText()).toContain("Saved. Other devices have it within a minute.");
  });

  test("a removed answer can be brought back", async () => {
    const saveItems = vi.fn(async (_items: readonly KnowledgeItem[]) => {});
    const removeItem = vi.fn(async () => {});
    await admin("knowledge", { saveItems, removeItem });
    await press("Somebody says something kind");
    await press("Remove");
    expect(removeItem).toHaveBeenCalledWith("k-2");
    await press("Undo");
    expect(saveItems).toHaveBeenCalledWith([knowledgeItems[1]]);
  });

  test("of a file the good rows go in, the others are listed with line and reason", async () => {
    const saveItems = vi.fn(async (_items: readonly KnowledgeItem[]) => {});
    await admin("knowledge", { saveItems });
    const csv = "title,answer,link\nOne,Do this,\n,No title,\nThree,Do that,ftp://x\n";
    const field = control<HTMLInputElement>("Import").parentElement?.querySelector("input") ?? control<HTMLInputElement>("Import");
    Object.defineProperty(field, "files", { value: [new File([csv], "a.csv")] });
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(() => expect(pageText()).toContain("1 answer taken in. 2 rows were left out."));
    expect(saveItems).toHaveBeenCalledWith([expect.objectContaining({ title: "One", lang: "en" })]);
    const rows = [...document.querySelectorAll(".bad-rows tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["3", "", "It needs a title of at most 200 characters."],
      ["4", "Three", "Its link must be a whole address that begins with https://"],
    ]);
  });
});

describe("the rules for replies", () => {
  test("are kept when a box is left, unless they cannot be used", async () => {
    const setRules = vi.fn(async () => {});
    await admin("answering", { setRules });
    await type("Words that no reply may hold", "cheap\n\n no refund ");
    expect(setRules).toHaveBeenCalledWith({ ...noReplyPolicy, bannedWords: ["cheap", "no refund"] });
    setRules.mockClear();
    await type("How your order numbers look", "(a+)+");
    expect(setRules).not.toHaveBeenCalled();
    expect(pageText()).toContain("This cannot be used as it is. Nothing was changed.");
  });

  test("the tie to the brand has a field for each side and language, which shows what is said while it is empty", async () => {
    const setRules = vi.fn(async () => {});
    await admin("brand", { setRules });
    const field = (label: string) => control<HTMLInputElement>(label);
    expect(field("English, said by advocates").placeholder).toBe("I'm an Acme customer");
    expect(field("English, said by staff and admins").placeholder).toBe("I work for Acme Friends");
    expect(field("Hebrew, said by advocates").placeholder).toBe("גילוי נאות: אני מהלקוחות של Acme Friends");
    await type("English, said by staff and admins", "Acme care team");
    await type("Hebrew, said by advocates", "אני לקוחה של Acme");
    expect(setRules).toHaveBeenLastCalledWith(
      expect.objectContaining({ disclosures: { he: "אני לקוחה של Acme" }, staffDisclosures: { en: "Acme care team" } }),
    );
    await type("English, said by staff and admins", "");
    expect(setRules).toHaveBeenLastCalledWith(expect.objectContaining({ staffDisclosures: {} }));
  });

  test("an admin hears in which languages replies went out without words of theirs, and adds them", async () => {
    const setRules = vi.fn(async () => {});
    const readGaps = async () => [
      { lang: "th", side: "customer" as const, replies: 3 },
      { lang: "fr", side: "brand" as const, replies: 1 },
    ];
    await admin("brand", { setRules, readGaps });
    expect(pageText()).toContain("Thai, said by advocates: 3 replies");
    expect(pageText()).toContain("French, said by staff and admins: 1 reply");
    expect(control<HTMLInputElement>("Thai, said by advocates").placeholder).toBe("No words yet: members are asked for their own");
    await type("Thai, said by advocates", "ลูกค้า Acme");
    expect(setRules).toHaveBeenLastCalledWith(expect.objectContaining({ disclosures: { th: "ลูกค้า Acme" } }));
    await type("Add a language", "x1");
    expect(pageText()).toContain("Write a short tag of two or three letters");
    await type("Add a language", "de-AT");
    await press("Add it");
    await type("German, said by advocates", "Ich bin Kundin von Acme");
    expect(setRules).toHaveBeenLastCalledWith(expect.objectContaining({ disclosures: { th: "ลูกค้า Acme", de: "Ich bin Kundin von Acme" } }));
  });

  test("the model's key is written and never shown", async () => {
    const setModel = vi.fn(adminActions().setModel);
    await admin("answering", { setModel });
    expect(pageText()).toContain("small-1 writes drafts when a member asks.");
    expect(control<HTMLInputElement>("Key").value).toBe("");
    await type("Key", "sk-1");
    await press("Use this model");
    expect(setModel).toHaveBeenCalledWith({ address: "https://models.acme.example/v1", model: "small-1", key: "sk-1" });
    expect(control<HTMLInputElement>("Key").value).toBe("");
    await press("Stop drafts by machine");
    expect(pageText()).toContain("No model writes drafts now.");
  });
});

describe("who manages a part only", () => {
  const headings = () => [...document.querySelectorAll("nav a")].map(({ textContent }) => textContent);

  test.each([
    ["moderator", "People", "Brake"],
    ["keyword_editor", "Keywords"],
    ["analyst", "Overview", "Figures"],
  ])("%s: finds that part, whatever the address says, and no other", async (role, name, ...others) => {
    await admin("integrations", {}, { ...noor, role });
    expect(headings()).toEqual([name, ...others]);
    expect(document.querySelector("h1")?.textContent).toBe(name);
  });

  test("reads the figures of the server where no posts are on the device", async () => {
    const read = vi.fn(periodActions().read);
    await admin("figures", { periods: periodActions({ read }) }, { ...noor, role: "analyst" });
    expect(read).toHaveBeenCalledWith({ period: "month", by: "site" });
    expect(pageText()).toContain("68% answered, up 8.");
  });

  test("with a role of a newer version nobody finds anything but why", async () => {
    await admin("people", {}, { ...noor, role: "wizard" });
    expect(pageText()).toContain("Update Fanswer, then it shows what you can do.");
  });
});
