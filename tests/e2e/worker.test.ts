import { describe, it } from "vitest";
import { loopSteps } from "../../scripts/demo/steps/loop.ts";
import type { Participant } from "../../scripts/demo/steps/member.ts";
import type { LivePage } from "../../scripts/demo/steps/screen.ts";
import { everywhere } from "../../scripts/demo/steps/site.ts";
import { walk } from "../../scripts/demo/steps/walk.ts";
import { useWorld } from "./world.ts";

/** The same member, whose background dies after every click, before what the click began is done. */
function withDyingWorker(member: Participant): Participant {
  const visit = async (url: string): Promise<LivePage> => {
    const screen = await member.visit(url);
    return {
      ...screen,
      async click(query) {
        await screen.click(query);
        await member.browser.killWorker();
      },
    };
  };
  return { ...member, visit };
}

describe.each(everywhere)("on $site.name in $browser", ({ browser, site }) => {
  const world = useWorld();

  it("the loop completes although the worker is killed in the middle of each step", async () => {
    const [advocate, staff] = await Promise.all([world().member(browser, "advocate", "Robin"), world().member(browser, "staff", "Sam")]);
    const steps = loopSteps({ site, advocate: withDyingWorker(advocate), staff, observer: world().admin });
    await walk(steps, () => advocate.browser.killWorker());
  });
});
