import { effect } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import { i18n } from "#i18n";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import { speakIn } from "../../lib/i18n/spoken.ts";
import { followTheme } from "../../lib/page/own-theme.ts";
import { followLanguage } from "../../lib/state/own-language.ts";
import { keepFocus } from "./keep-focus.ts";
import { keepPresses } from "./keep-presses.ts";

interface Mounted {
  /** The page speaks the language that was chosen. */
  readonly speaks: Promise<void>;
  stopNaming(): void;
}
const mounted = new WeakMap<Document, Mounted>();

function begin(page: Document): Mounted {
  keepPresses(page, (pressed) => pressed.click());
  keepFocus(page);
  followTheme(page, localStorage);
  const life = new AbortController();
  page.defaultView?.addEventListener("pagehide", () => life.abort());
  return { speaks: followLanguage(speakIn, life.signal), stopNaming: () => {} };
}

/** Shows `view` as one of the extension's own pages, in the language that is spoken on this device; `title` follows it too. */
export async function mountPage(page: Document, title: () => string, view: ComponentChildren): Promise<void> {
  const known = mounted.get(page) ?? begin(page);
  mounted.set(page, known);
  await known.speaks;
  known.stopNaming();
  known.stopNaming = effect(() => {
    page.documentElement.lang = i18n.t("ui.language");
    page.documentElement.dir = interfaceDirection();
    page.title = title();
  });
  render(view, page.body);
}
