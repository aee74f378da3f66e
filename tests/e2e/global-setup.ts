import { buildDemoPages, buildExtension } from "../../scripts/demo/build.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { needBrowser } from "../../scripts/machine/need-browser.ts";

/** Builds what the browsers open, unless `npm test` just has. */
export default async function setup(): Promise<void> {
  for (const name of browserNames) await needBrowser(name);
  if (process.env.FANSWER_BUILT) return;
  await buildDemoPages();
  for (const name of browserNames) await buildExtension(name);
}
