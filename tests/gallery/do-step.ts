import type { ElementHandle, KeyInput, Page } from "puppeteer-core";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import type { Step } from "./scene.ts";

/** Puts a file into the page's file field, as a person who chose it. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.$eval(
    "input[type=file]",
    (field, name, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], name));
      (field as HTMLInputElement).files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    text,
  );
}

/** The first of the place that can be seen, in whichever frame of the page it comes: the card has one of its own. */
async function seen(page: Page, place: string): Promise<ElementHandle> {
  return eventually(`${place} to be seen`, async () => {
    for (const frame of page.frames()) {
      const found = await frame.$(place).catch(() => null);
      if (await found?.isVisible()) return found;
    }
    return null;
  });
}

/** Does it as a person would, once the place is there. */
export async function doStep(page: Page, step: Step): Promise<void> {
  const place = "click" in step ? step.click : "see" in step ? step.see : "type" in step ? step.into : null;
  const found = place === null ? null : await seen(page, place);
  if ("click" in step) await found?.click();
  if ("type" in step) await found?.type(step.type);
  if ("key" in step) await page.keyboard.press(step.key as KeyInput);
  if ("file" in step) await choose(page, step.file.name, step.file.text);
}
