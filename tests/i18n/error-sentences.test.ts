import { describe, expect, it } from "vitest";
import { i18n } from "#i18n";
import { askedErrorText, readErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorText } from "../../lib/i18n/error-text.ts";
import { opinionText } from "../../lib/i18n/opinion-text.ts";
import { takeErrorText } from "../../lib/i18n/take-error-text.ts";

describe("the sentence of an error", () => {
  it("promises nothing to be kept where nothing was typed", () => {
    expect(takeErrorText("server_unreachable")).toBe(i18n.t("offline.take"));
    expect(takeErrorText("server_unreachable")).not.toBe(errorText("server_unreachable"));
    expect(takeErrorText("lease_held")).toBe(errorText("lease_held"));
  });

  it("promises nothing to be sent later where the server was asked at once", () => {
    expect(askedErrorText("server_unreachable")).toBe(i18n.t("offline.asked"));
    expect(askedErrorText("server_failed")).toBe(i18n.t("offline.askedFailed"));
    expect(askedErrorText("internal")).toBe(i18n.t("offline.askedFailed"));
    expect(askedErrorText("forbidden")).toBe(errorText("forbidden"));
    expect(readErrorText("server_unreachable")).toBe(i18n.t("offline.read"));
    expect(readErrorText("forbidden")).toBe(errorText("forbidden"));
  });
});

describe("what a newcomer would do", () => {
  const said = (wish: "dismiss" | "route" | "reopen", value: string) => opinionText({ wish, value, note: null, isMine: false });

  it("is said with its reason or line", () => {
    expect(said("dismiss", "spam")).toContain(i18n.t("dismiss.spam"));
    expect(said("route", "second_line")).toContain(i18n.t("route.second_line"));
    expect(said("reopen", "")).toBe(i18n.t("opinion.reopen"));
  });

  it("is said as the nearest that is known where a later version says something else", () => {
    expect(said("dismiss", "a later reason")).toContain(i18n.t("dismiss.no_answer_needed"));
    expect(said("route", "a later line")).toContain(i18n.t("route.first_line"));
  });
});
