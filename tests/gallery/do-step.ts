import type { KeyInput, Page } from "puppeteer-core";
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

/** Does it as a person would, once the place is there. */
export async function doStep(page: Page, step: Step): Promise<void> {
  const place = "click" in step ? step.click : "see" in step ? step.see : "type" in step ? step.into : null;
  const found = place === null ? null : await page.waitForSelector(place, { visible: true, timeout: 60_000 });
  if ("click" in step) await found?.click();
  if ("type" in step) await found?.type(step.type);
  if ("key" in step) await page.keyboard.press(step.key as KeyInput);
  if ("file" in step) await choose(page, step.file.name, step.file.text);
}
