import type { BrowserName } from "../machine/browser-path.ts";
import { runCommand } from "../machine/run.ts";

async function build(what: string, command: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  // As for people who use it, also when tests have it built.
  const { code, output } = await runCommand(command, args, { env: { NODE_ENV: "production" }, ...(signal && { signal }) });
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`${what} could not be built:\n${output}`);
}

/** Builds the extension for one browser, into `.output`; given up when `signal` aborts. */
export function buildExtension(name: BrowserName, signal?: AbortSignal): Promise<void> {
  return build("the extension", "wxt", ["build", "-b", name === "chromium" ? "chrome" : "firefox"], signal);
}

/** Builds the pages of the demo sites, into .output/demo-sites. */
export function buildDemoPages(signal?: AbortSignal): Promise<void> {
  return build("the demo pages", "vite", ["build", "-c", "scripts/demo/sites/vite.config.ts"], signal);
}
