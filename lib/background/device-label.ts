import browser from "webextension-polyfill";

/** Systems as people call them, by what the browser says. */
const systems: Readonly<Record<string, string>> = {
  mac: "macOS",
  win: "Windows",
  android: "Android",
  cros: "ChromeOS",
  linux: "Linux",
  openbsd: "OpenBSD",
};

interface Brand {
  readonly brand: string;
}

/** The browser as it calls itself to pages; the engine's name and the made-up one that keeps pages from guessing are left out. */
function browserName({ userAgentData, userAgent }: { userAgentData?: { brands: readonly Brand[] }; userAgent: string }): string {
  const own = userAgentData?.brands.find(({ brand }) => brand !== "Chromium" && !/not.*brand/i.test(brand));
  return own?.brand ?? (/\bFirefox\//.test(userAgent) ? "Firefox" : "Chromium");
}

/** The browser and system that a member tells their devices apart by, such as `Firefox · Linux`. */
export async function deviceLabel(from: Parameters<typeof browserName>[0] = navigator): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  return `${browserName(from)} · ${systems[os] ?? os}`.slice(0, 60);
}
