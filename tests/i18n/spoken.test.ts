import { globSync } from "node:fs";
import { basename } from "node:path";
import { effect } from "@preact/signals";
import { afterEach, describe, expect, it, vi } from "vitest";
import { i18n } from "#i18n";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { markTexts } from "../../lib/i18n/mark-texts.ts";
import { loadTexts, speakIn, spoken } from "../../lib/i18n/spoken.ts";
import { rawText } from "../../lib/i18n/texts.ts";
import { interfaceLanguages } from "../../lib/schema/interface-language.ts";
import { fetchTexts } from "../support/language.ts";

const load = (language: (typeof interfaceLanguages)[number]) => loadTexts(language, fetchTexts);

afterEach(() => speakIn(null));

it("each language with texts can be chosen, and no other", () => {
  const files = globSync("assets/locales/*.yml").map((path) => basename(path, ".yml").replace("_", "-"));
  expect([...interfaceLanguages].sort()).toEqual(files.sort());
});

describe("a language that was chosen", () => {
  it.each(interfaceLanguages)("%s speaks in place of the browser's, until that is chosen again", async (language) => {
    await speakIn(language, load);
    expect(i18n.t("ui.language")).toBe(language);
    expect(interfaceDirection()).toBe(language === "he" ? "rtl" : "ltr");
    expect(i18n.t("panel.fresh", 3)).toContain("3");
    expect(i18n.t("state.other", { who: "Dana" })).toContain("Dana");
    await speakIn(null);
    expect(i18n.t("ui.language")).toBe("en");
  });

  it("names languages in itself, and is followed by what was drawn already", async () => {
    const said: (string | null)[] = [];
    const stop = effect(() => void said.push(languageText("he")));
    await speakIn("nb", load);
    stop();
    expect(said).toEqual(["Hebrew", "hebraisk"]);
  });

  it("says what the marks say, with their blanks open and none empty", async () => {
    await speakIn("vi", load);
    const texts = markTexts(rawText);
    expect(texts["state.other"]).toContain("{who}");
    expect(Object.values(texts)).not.toContain("");
    expect(texts["ui.direction"]).toBe("ltr");
  });

  it("leaves the language as it was when its file cannot be read, and of two the last one counts", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    await speakIn("id", () => Promise.reject(new TypeError("gone")));
    expect([spoken.value, told.mock.calls.length]).toEqual([null, 1]);
    let open = () => {};
    const slow = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = speakIn("id", async (language) => {
      await slow;
      return load(language);
    });
    await speakIn("he", load);
    open();
    await first;
    expect(i18n.t("ui.language")).toBe("he");
  });
});
