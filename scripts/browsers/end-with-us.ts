import type { Browser } from "puppeteer-core";
import { endWithUs } from "../../server/process/end-with-us.ts";

/** Has a browser end when this process does, also when it is killed. */
export function endBrowserWithUs(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid !== undefined) browser.once("disconnected", endWithUs(pid, "TERM"));
}
