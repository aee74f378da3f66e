/** Dark when the page paints itself dark, whatever the system prefers. `colors`: computed backgrounds as `rgb()`, innermost first. */
export function themeIn(colors: readonly string[]): "light" | "dark" {
  for (const color of colors) {
    const [r, g = 0, b = 0, alpha = 1] = /^rgb/.test(color) ? (color.match(/[\d.]+/g) ?? []).map(Number) : [];
    if (r === undefined || alpha < 0.5) continue;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128 ? "dark" : "light";
  }
  return "light";
}

export const themeOf = ({ body, documentElement }: Document) =>
  themeIn([body, documentElement].map((element) => getComputedStyle(element).backgroundColor));

/** Tells the page's theme now and whenever the page changes it, until `signal` aborts. */
export function watchTheme(page: Document, onTheme: (theme: "light" | "dark") => void, signal: AbortSignal): void {
  const tell = () => onTheme(themeOf(page));
  const observer = new MutationObserver(tell);
  for (const element of [page.documentElement, page.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  }
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  tell();
}
