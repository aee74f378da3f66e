const channels = /rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/;
/** Lightness in the colour spaces that have one, 0..1 (`oklch`, `oklab`) or 0..100 (`lch`, `lab`). */
const lightness = /^(ok)?l(?:ch|ab)\(([\d.]+)/;

/** Dark when the page paints itself dark, whatever the system prefers. `colors`: computed backgrounds, innermost first. */
export function themeOf(colors: readonly string[]): "light" | "dark" {
  for (const color of colors) {
    const [, ok, level] = lightness.exec(color) ?? [];
    if (level !== undefined) return Number(level) < (ok ? 0.5 : 50) ? "dark" : "light";
    const [, r, g, b, alpha = "1"] = channels.exec(color) ?? [];
    if (r === undefined || Number(alpha) < 0.5) continue;
    return 0.2126 * Number(r) + 0.7152 * Number(g) + 0.0722 * Number(b) < 128 ? "dark" : "light";
  }
  return "light";
}

/** Tells the page's theme now and whenever the page changes it, until `signal` aborts. */
export function watchTheme(page: Document, onTheme: (theme: "light" | "dark") => void, signal: AbortSignal): void {
  const tell = () => onTheme(themeOf([page.body, page.documentElement].map((element) => getComputedStyle(element).backgroundColor)));
  const observer = new MutationObserver(tell);
  for (const element of [page.documentElement, page.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  }
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  tell();
}
