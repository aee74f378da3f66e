import { describe, expect, it } from "vitest";
import { alertText, alertTitle } from "../../lib/i18n/alert-text.ts";
import { alertKinds } from "../../lib/schema/alerts.ts";

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

describe("what an alert says", () => {
  it("is how many wait, and in which language", () => {
    expect(plain(alertText({ kind: "post", language: "nb", count: 1 }))).toMatch(/^A post waits in Norwegian/);
    expect(plain(alertText({ kind: "post", language: "nb", count: 1_000 }))).toMatch(/^1,?000 posts wait in Norwegian/);
    expect(plain(alertText({ kind: "post", language: null, count: 2 }))).toBe("2 posts wait for an answer.");
    expect(plain(alertText({ kind: "thanks", language: "nb", count: 1 }))).toBe("Somebody you answered says thank you.");
  });

  it("is there for every kind, with a title of its own", () => {
    const titles = alertKinds.map(alertTitle);
    expect(new Set(titles).size).toBe(alertKinds.length);
    expect(alertKinds.map((kind) => alertText({ kind, language: null, count: 1 })).filter((text) => text.trim() === "")).toEqual([]);
  });
});
