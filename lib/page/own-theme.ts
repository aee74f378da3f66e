/** How the extension's own pages look: light, dark, or as the browser does. */
export const themes = ["browser", "light", "dark"] as const;
export type OwnTheme = (typeof themes)[number];

/** Kept where a page reads it before it paints anything. */
const key = "theme";

export function readTheme(kept: Pick<Storage, "getItem">): OwnTheme {
  const said = kept.getItem(key);
  return themes.find((theme) => theme === said) ?? "browser";
}

function paint(page: Document, theme: OwnTheme): void {
  page.documentElement.style.colorScheme = theme === "browser" ? "" : theme;
}

/** Keeps the theme for all pages of the extension on this device, and paints this one in it. */
export function keepTheme(page: Document, kept: Pick<Storage, "setItem">, theme: OwnTheme): void {
  kept.setItem(key, theme);
  paint(page, theme);
}

/** Paints the page as its member chose, at once and whenever another page of the extension changes that. */
export function followTheme(page: Document, kept: Pick<Storage, "getItem">): void {
  paint(page, readTheme(kept));
  page.defaultView?.addEventListener("storage", () => paint(page, readTheme(kept)));
}
