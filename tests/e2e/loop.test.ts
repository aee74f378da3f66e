import { describe, it } from "vitest";
import { loopSteps } from "../../scripts/demo/steps/loop.ts";
import { everywhere } from "../../scripts/demo/steps/site.ts";
import { walk } from "../../scripts/demo/steps/walk.ts";
import { useWorld } from "./world.ts";

describe.each(everywhere)("on $site.name in $browser", ({ browser, site }) => {
  const world = useWorld();

  it("a post goes from its badge to answered, everywhere", async () => {
    const [advocate, staff] = await Promise.all([world().member(browser, "advocate", "Robin"), world().member(browser, "staff", "Sam")]);
    await walk(loopSteps({ site, advocate, staff, observer: world().admin }));
  });
});
