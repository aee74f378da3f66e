import { beforeEach, describe, expect, test, vi } from "vitest";
import { AnswerLanguage } from "../../../components/brand/answer-language.tsx";
import { BrandPage } from "../../../components/brand/brand-page.tsx";
import { HandlesForm } from "../../../components/brand/handles-form.tsx";
import { lettersOf, MarkForm } from "../../../components/brand/mark-form.tsx";
import { CommunityMark } from "../../../components/ui/brand-mark.tsx";
import { type BrandMark, markGrounds, noBrand } from "../../../lib/schema/brand.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { control, pageText, press, show, type } from "../page.ts";
import { acme } from "../samples.ts";

const letters: BrandMark = { kind: "letters", letters: "AC", colour: "blue" };

describe("the page of the brand", () => {
  const setBrand = vi.fn(async () => {});
  const page = (more: object = {}) =>
    show(
      <BrandPage
        workspace={{ ...acme, ...more }}
        actions={{ setBrand, readPicture: async () => "data:image/png;base64,AAAA" }}
        onRules={async () => {}}
        readGaps={async () => []}
      />,
    );
  beforeEach(() => setBrand.mockReset());

  test("keeps each part when it is left, and says so", async () => {
    await page();
    await type("Name", "Acme fans");
    await press("Save name");
    expect(setBrand).toHaveBeenLastCalledWith({ name: "Acme fans" });
    await type("Accounts on X", "@Acme\nacme_help");
    expect(setBrand).toHaveBeenLastCalledWith({ handles: { x: ["acme", "acme_help"] } });
    expect(pageText()).toContain("Saved.");
  });

  test("takes each part back as it was, and no other", async () => {
    await page({ brand: { mark: letters, handles: { x: ["acme"], facebook: ["acme.il"] }, language: null } });
    await type("Accounts on X", "acme\nacme_help");
    await press("Undo");
    expect(setBrand).toHaveBeenLastCalledWith({ handles: { x: ["acme"] } });
    await press("Take the mark away");
    await press("Undo");
    expect(setBrand).toHaveBeenLastCalledWith({ mark: letters });
    await type("Name", "Acme fans");
    await press("Save name");
    await press("Undo");
    expect(setBrand).toHaveBeenLastCalledWith({ name: acme.name });
  });

  test("says why something was not kept", async () => {
    setBrand.mockRejectedValueOnce(new FanswerError("server_unreachable"));
    await page();
    await type("Accounts on Facebook", "acme");
    expect(document.querySelector("[data-tone=danger]")?.textContent).toContain("waits for a connection");
  });

  test("asks for a name where there is none, and shows what is set in place of Fanswer's own mark", async () => {
    await page({ name: "My community" });
    expect(pageText()).toContain("has no name of its own yet");
    await page({ brand: { ...noBrand, mark: letters } });
    expect(pageText()).not.toContain("has no name of its own yet");
    expect(document.querySelector(".brand-shown .brand-mark")?.textContent).toBe("AC");
  });

  test("holds the words for the tie to the brand", async () => {
    await page();
    expect(pageText()).toContain("What replies say of the tie to the brand");
  });
});

describe("a mark", () => {
  const onMark = vi.fn(async (_: BrandMark | null) => {});
  const form = (mark: BrandMark | null, readPicture = async (_: Blob) => "data:image/png;base64,AAAA") =>
    show(<MarkForm mark={mark} name="Acme Friends" readPicture={readPicture} onMark={onMark} />);
  const choose = async () => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) throw new Error("no file input");
    Object.defineProperty(input, "files", { value: [new File(["x"], "mark.png")], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  beforeEach(() => onMark.mockReset());

  test("is two letters, proposed from the name, on a colour", async () => {
    await form(null);
    expect(control<HTMLInputElement>("One or two letters").value).toBe("AF");
    await type("One or two letters", "אקמה");
    await press("Violet");
    await press("Use these letters");
    expect(onMark).toHaveBeenCalledWith({ kind: "letters", letters: "אק", colour: "violet" });
  });

  test("is a picture as this device drew it, or a sentence where the file is none", async () => {
    await form(null);
    await choose();
    await vi.waitFor(() => expect(onMark).toHaveBeenCalledWith({ kind: "picture", picture: "data:image/png;base64,AAAA" }));
    await form(null, async () => Promise.reject(new FanswerError("malformed")));
    await choose();
    await vi.waitFor(() => expect(pageText()).toContain("no PNG, JPEG or WebP picture"));
    expect(onMark).toHaveBeenCalledOnce();
  });

  test("is taken away", async () => {
    await form(letters);
    await press("Take the mark away");
    expect(onMark).toHaveBeenCalledWith(null);
  });

  test("has a word for each colour", async () => {
    await form(letters);
    const words = [...document.querySelectorAll(".choice-side-by-side label")].map((label) => label.textContent);
    expect(words).toHaveLength(Object.keys(markGrounds).length);
    expect(new Set(words).size).toBe(words.length);
    expect(control<HTMLInputElement>("Blue").checked).toBe(true);
  });

  test.each([
    ["Acme", "AC"],
    ["Acme friends of Norway", "AF"],
    ["אקמה", "אק"],
    ["<b>", "B"],
    ["é\u0301clair", "é\u0301C"],
    ["…", ""],
  ])("for %s proposes %s", (name, proposed) => {
    expect(lettersOf(name)).toBe(proposed.toUpperCase());
  });
});

describe("a community's mark", () => {
  test.each([
    [null, "img"],
    [letters, "span"],
    [{ kind: "picture", picture: "data:image/png;base64,AAAA" } as BrandMark, "img.brand-mark"],
  ])("%o says nothing to those who hear the name beside it", async (mark, selector) => {
    await show(<CommunityMark mark={mark} />);
    const shown = document.querySelector(selector);
    expect(shown?.getAttribute("aria-hidden") === "true" || shown?.getAttribute("alt") === "").toBe(true);
  });
});

test("what can be no account stays in its box with a sentence", async () => {
  const onHandles = vi.fn();
  await show(<HandlesForm handles={{ x: ["acme"] }} onHandles={onHandles} />);
  expect(control<HTMLTextAreaElement>("Accounts on X").value).toBe("acme");
  await type("Accounts on X", "acme, https://x.com/acme");
  expect(onHandles).not.toHaveBeenCalled();
  expect(pageText()).toContain("An account's name has no spaces");
  await show(<HandlesForm handles={{ x: ["acme"] }} onHandles={onHandles} />);
  expect(control<HTMLTextAreaElement>("Accounts on X").value).toBe("acme, https://x.com/acme");
  await type("Accounts on X", "");
  expect(onHandles).toHaveBeenCalledWith({ x: [] });
});

test("the language of answers is one of those that the workspace has words in", async () => {
  const onLanguage = vi.fn();
  const answering = {
    disclosures: { sw: "Mimi ni mteja" },
    bannedWords: [],
    allowedDomains: [],
    orderNumber: null,
    voice: "",
    machineDrafts: false,
  };
  await show(<AnswerLanguage workspace={{ ...acme, answering }} language="he" onLanguage={onLanguage} />);
  const list = document.querySelector<HTMLSelectElement>("select");
  expect([...(list?.options ?? [])].map(({ value }) => value)).toEqual(expect.arrayContaining(["", "en", "he", "sw"]));
  expect(list?.value).toBe("he");
  for (const value of ["", "sw"]) {
    if (list) list.value = value;
    list?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  expect(onLanguage.mock.calls).toEqual([[null], ["sw"]]);
});
