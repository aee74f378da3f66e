import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Participant } from "./member.ts";

/** Takes a picture of every page that the members have open: `<member>-<page>.png` in the folder. */
export async function photograph(members: readonly Participant[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [who, { browser }] of members.entries()) {
    for (const [index, page] of (await browser.browser.pages()).entries()) {
      await page.bringToFront();
      await page.screenshot({ path: join(folder, `${who}-${index}.png`) });
    }
  }
}
