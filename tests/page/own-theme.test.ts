import { beforeEach, expect, it } from "vitest";
import { followTheme, keepTheme, readTheme } from "../../lib/page/own-theme.ts";

const scheme = () => document.documentElement.style.colorScheme;

beforeEach(() => localStorage.clear());

it("is the browser's until somebody chose another, and again when they chose that", () => {
  expect(readTheme(localStorage)).toBe("browser");
  keepTheme(document, localStorage, "dark");
  expect([readTheme(localStorage), scheme()]).toEqual(["dark", "dark"]);
  keepTheme(document, localStorage, "browser");
  expect(scheme()).toBe("");
  localStorage.setItem("theme", "pink");
  expect(readTheme(localStorage)).toBe("browser");
});

it("is followed by a page that is open, as soon as another one changes it", () => {
  followTheme(document, localStorage);
  localStorage.setItem("theme", "light");
  window.dispatchEvent(new Event("storage"));
  expect(scheme()).toBe("light");
});
