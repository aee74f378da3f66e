import { isolated } from "./isolated.ts";
import { texts } from "./texts.ts";

/** Sets a name, a number or a quoted word apart. `#i18n` does it for what fills a blank; this is for what is put together without one. */
export function isolate(text: string): string {
  return isolated(text, texts.t("ui.direction") === "rtl");
}
