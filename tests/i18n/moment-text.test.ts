import { afterEach, expect, it } from "vitest";
import { clockText, timeText } from "../../lib/i18n/moment-text.ts";
import { loadTexts, speakIn } from "../../lib/i18n/spoken.ts";
import { fetchTexts } from "../support/language.ts";

afterEach(() => speakIn(null));

it("says moments as the language that is spoken does", async () => {
  const noon = new Date(2026, 10, 30, 12, 5);
  expect(clockText(noon.getTime())).toMatch(/12:05\sPM/);
  await speakIn("nb", (language) => loadTexts(language, fetchTexts));
  expect(clockText(noon.getTime())).toBe("12:05");
  expect(timeText(noon.toISOString())).toMatch(/^30\. nov\. 2026/);
});
