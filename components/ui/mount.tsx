import { type ComponentChildren, render } from "preact";
import { i18n } from "#i18n";
import { interfaceDirection } from "../../lib/i18n/direction.ts";

/** Shows `view` as one of the extension's own pages, in the interface's language. */
export function mountPage(page: Document, title: string, view: ComponentChildren): void {
  page.documentElement.lang = i18n.t("ui.language");
  page.documentElement.dir = interfaceDirection();
  page.title = title;
  render(view, page.body);
}
