import { describe, expect, it } from "vitest";
import { issuePlace, readAnswer } from "../../lib/sync/read-answer.ts";
import { iso, mention, noonMs } from "../support/samples.ts";

const read = (parts: { results?: unknown[]; changes?: unknown[]; presence?: unknown[] }) =>
  readAnswer({ results: [], changes: [], presence: [], ...parts });
const change = { kind: "mention", value: mention("1") };

describe("a server's answer", () => {
  it("is read one by one, so that what a later server says stops nothing else", () => {
    const later = { ...change, value: { ...mention("2"), status: "archived, of Dana" } };
    const { changes, unread } = read({ changes: [later, { kind: "weather" }, 5, change] });
    expect(changes).toEqual([change]);
    expect(unread).toEqual(["change mention status", "change weather kind", "change"]);
    expect(unread.join()).not.toContain("Dana");
  });

  it("keeps that an operation was done, and with which error it was not, where the rest cannot be read", () => {
    const { results, unread } = read({
      results: [
        { id: "a", ok: true, value: null },
        { id: "b", ok: false, error: { code: "a later code", message: "x" } },
        { id: "c", ok: false, error: { code: "not_found" } },
        { ok: true },
      ],
    });
    expect(results).toEqual([
      { id: "a", ok: true, value: null },
      { id: "b", ok: false, error: { code: "protocol_old", message: "" } },
      { id: "c", ok: false, error: { code: "not_found", message: "" } },
    ]);
    expect(unread[0]).toBe("error code");
    expect(unread).toHaveLength(3);
  });

  it("passes over presence that it does not know", () => {
    const present = { mentionId: "x:1", member: { id: "m", name: "Mo" }, doing: "looking", until: iso(noonMs) };
    const { presence, unread } = read({ presence: [{ ...present, doing: "dancing" }, present] });
    expect(presence).toEqual([present]);
    expect(unread).toEqual(["presence doing"]);
  });
});

describe("a place in an answer", () => {
  it("is the kind of thing alone where nothing more is known", () => {
    expect(issuePlace("change", undefined)).toBe("change");
  });
});
