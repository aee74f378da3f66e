import { describe, expect, test } from "vitest";
import { nothingOpen, openMenu, openRow, passOn, withMenu } from "../../../components/triage/opened.ts";

describe("a menu that a key brings down", () => {
  test("opens its row for as long as it is down", () => {
    const brief = openMenu(nothingOpen, "x:1", "now", "assign");
    expect(brief).toMatchObject({ id: "x:1", section: "now", menu: "assign" });
    expect(withMenu(brief, null)).toEqual(nothingOpen);
  });

  test("leaves a row open that was open before", () => {
    const reading = openRow("x:1", "now");
    const asked = openMenu(reading, "x:1", "now", "route");
    expect(asked.menu).toBe("route");
    expect(withMenu(asked, null)).toEqual(reading);
  });
});

describe("when the row left its section", () => {
  test("a reader goes on with the next one", () => {
    expect(passOn(openRow("x:1", "now"), "x:1", "x:2", "now")).toEqual(openRow("x:2", "now"));
  });
  test("nothing is open at the section's end, nor where a key only asked for a menu", () => {
    expect(passOn(openRow("x:1", "now"), "x:1", null, "now")).toEqual(nothingOpen);
    expect(passOn(openMenu(nothingOpen, "x:1", "now", "merge"), "x:1", "x:2", "now")).toEqual(nothingOpen);
  });
  test("another open row stays as it is", () => {
    const reading = openRow("x:3", "all");
    expect(passOn(reading, "x:1", "x:2", "now")).toBe(reading);
  });
});
