import { type ComponentChildren, render } from "preact";
import { i18n } from "#i18n";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import { keepFocus } from "./keep-focus.ts";
import { keepPresses } from "./keep-presses.ts";

const mounted = new WeakSet<Document>();

/** Shows `view` as one of the extension's own pages, in the interface's language. */
export function mountPage(page: Document, title: string, view: ComponentChildren): void {
  page.documentElement.lang = i18n.t("ui.language");
  page.documentElement.dir = interfaceDirection();
  page.title = title;
  if (!mounted.has(page)) {
    keepPresses(page, (pressed) => pressed.click());
    keepFocus(page);
  }
  mounted.add(page);
  render(view, page.body);
}
