import { describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const angryWords = "THIRD TIME";
const reason = { role: "text", name: "sounds angry", part: true } as const;
const correction = { role: "text", name: "Changed by Sam: not angry", part: true } as const;

describe.each(browserNames)("staff in %s", (browser) => {
  const world = useWorld();

  const onServer = async (isWanted: (overrules: number) => boolean) =>
    eventually("the corrected post on the server", async () => {
      const mention = (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes(angryWords));
      return mention && isWanted(mention.overrules.length) ? mention : null;
    });

  it("correct a score in the side panel: the reason gives way to who said what, until it is undone", async () => {
    await openSite(await world().member(browser, "advocate", "Robin"), xVisit);
    const scored = await onServer((overrules) => overrules === 0);
    const panel = await (await world().member(browser, "staff", "Sam")).open("sidepanel.html");
    await panel.click({ role: "text", name: angryWords, part: true });
    await panel.see(reason);

    await panel.click({ role: "button", name: "Anger:", part: true });
    await panel.click({ role: "button", name: "not angry" });
    await panel.see(correction);
    await panel.gone(reason);
    const corrected = await onServer((overrules) => overrules === 1);
    expect(corrected.triage.anger).toBe(0);
    expect(corrected.triage.priority).toBeLessThan(scored.triage.priority);

    await panel.click({ role: "button", name: "Undo" });
    await panel.gone(correction);
    await panel.see(reason);
    expect((await onServer((overrules) => overrules === 0)).triage).toEqual(scored.triage);
  });
});
