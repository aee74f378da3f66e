import { join } from "node:path";
import { launchChromium } from "../browsers/chromium.ts";
import { builtExtension, dataFolder } from "../machine/folders.ts";
import type { Stage } from "./stage.ts";
import type { OtherDevice } from "./steps/device.ts";
import { joinSteps, loopSteps } from "./steps/loop.ts";
import { memberIn, type Participant } from "./steps/member.ts";
import { photograph } from "./steps/photograph.ts";
import { xVisit } from "./steps/site.ts";
import { walk } from "./steps/walk.ts";

const seconds = (ms: number) => (ms / 1000).toFixed(1);

/**
 * Walks the whole loop in browsers without a window, as two people would: one answers, one of staff looks on.
 * `admin` invites them and sees what the server holds. Rejects when a step failed; the message says which, and where the pictures are. Once `stopped` is
 * settled the walk is left where it is; the browsers are closed in order either way.
 */
export async function walkLoop({ sites }: Stage, admin: OtherDevice, stopped: Promise<unknown>): Promise<void> {
  const startMs = performance.now();
  const members: Participant[] = [];
  const person = async () => {
    const options = { extension: builtExtension.chromium, profile: null, proxyPort: sites.proxyPort, headless: true };
    const member = memberIn(await launchChromium(options));
    members.push(member);
    return member;
  };
  const walkThrough = async () => {
    const [advocate, staff] = [await person(), await person()];
    for (const name of ["Robin", "Sam"]) await admin.freeName(name);
    const steps = [
      ...joinSteps([
        { member: advocate, role: "advocate", invitation: await admin.invite("advocate"), name: "Robin" },
        { member: staff, role: "staff", invitation: await admin.invite("staff"), name: "Sam" },
      ]),
      ...loopSteps({ site: xVisit, advocate, staff, observer: admin }),
    ];
    await walk(steps, ({ name }, ms) => console.log(`  ${seconds(ms).padStart(5)} s  ${name}`));
    console.log(`loop ok in ${seconds(performance.now() - startMs)} s`);
  };
  try {
    await Promise.race([walkThrough(), stopped]);
  } catch (error) {
    const folder = join(dataFolder, "failed");
    await photograph(members, folder);
    throw new Error(`${(error as Error).message}\npictures: ${folder}`, { cause: error });
  } finally {
    await Promise.all(members.map(({ browser }) => browser.close()));
  }
}
