import { join } from "node:path";
import { env, platform } from "node:process";
import { roles } from "../lib/schema/roles.ts";
import { buildDemoPages, buildExtension } from "./demo/build.ts";
import { showDemo } from "./demo/show.ts";
import { setStage } from "./demo/stage.ts";
import { joinDevice, type OtherDevice } from "./demo/steps/device.ts";
import { walkLoop } from "./demo/walk.ts";
import { endInOrder } from "./machine/ending.ts";
import { dataFolder } from "./machine/folders.ts";
import { needBrowser } from "./machine/need-browser.ts";
import { withScratch } from "./machine/scratch.ts";

const onlyCheck = process.argv.includes("--check");
const hasDisplay = platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Until Ctrl+C, an ordinary kill, the end of the terminal or of npm. */
const { signal, reason: stopped } = endInOrder();

const hint = `
First       click "Needs an answer" beside Dana Hollow's post, the topmost of the timeline. Then: "I'll answer", "Use it", "Place reply",
            read it in the site's own reply box, and press Reply yourself. The badge says "Answered".
The button  Chromium hides it: press the puzzle piece at the end of the address bar, then the pin beside Fanswer. Now its button stays in
            the toolbar and opens the popup: next for you, yours, settings.

What else to look at
  www.facebook.com   the same on a page with Facebook's structure (only the demo sites can be reached from this browser).
  ?theme=dark, ?dir=rtl behind the address show them dark or right-to-left.
`;

async function tellInvitations(url: string, admin: OtherDevice): Promise<void> {
  console.log(`The backend is at ${url}. Invitations for other profiles, each works once:`);
  for (const role of roles) console.log(`  ${role.padEnd(9)} ${await admin.invite(role)}`);
  console.log("Ctrl+C stops everything; the data stay in .data/demo.");
}

async function prepare(): Promise<void> {
  await needBrowser("chromium");
  console.log("building the extension and the demo pages");
  await Promise.all([buildExtension("chromium", signal), buildDemoPages(signal)]);
}

/** The loop on a stage of its own that is taken down again. */
const check = () =>
  withScratch(async (folder) => {
    const stage = await setStage(folder);
    try {
      await walkLoop(stage, await joinDevice(stage.backend.invitations.admin, "Observer"), stopped);
    } finally {
      await stage.stop();
    }
  });

/** The demo, until it is stopped or its window is closed. */
async function demo(): Promise<void> {
  const folder = join(dataFolder, "demo");
  const stage = await setStage(folder, { freshPosts: !hasDisplay });
  try {
    const admin = await joinDevice(stage.backend.invitations.admin, `Terminal ${new Date().toISOString()}`);
    if (hasDisplay) {
      const { browser } = await showDemo(stage, folder, async (name) => {
        await admin.freeName(name);
        return admin.invite("advocate");
      });
      console.log(hint);
      await tellInvitations(stage.backend.url, admin);
      await Promise.race([stopped, new Promise((resolve) => browser.once("disconnected", resolve))]);
      await browser.close();
    } else {
      console.log("There is no display, so the loop is walked without a window; the backend stays up afterwards.");
      await walkLoop(stage, admin, stopped);
      if (signal.aborted) return;
      await tellInvitations(stage.backend.url, admin);
      await stopped;
    }
  } finally {
    await stage.stop();
  }
}

try {
  await prepare();
  await (onlyCheck ? check() : demo());
} catch (error) {
  if (!signal.aborted) console.error((error as Error).message);
  process.exitCode = 1;
}
if (onlyCheck && signal.aborted) process.exitCode = 1;
// Browsers that a stop left open end with the process.
process.exit();
