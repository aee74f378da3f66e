import browser, { type Runtime } from "webextension-polyfill";
import { callerOf, type Home } from "./caller.ts";

const presence = "present";
const reconnectMs = 1_000;

/** Tells the background that a page of ours is open, until `signal` aborts. A restarted worker is told anew. */
export function stayPresent(signal: AbortSignal): void {
  let port: Runtime.Port | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    port = browser.runtime.connect({ name: presence });
    port.onDisconnect.addListener(() => {
      timer = setTimeout(connect, reconnectMs);
    });
  };
  connect();
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    port?.disconnect();
  });
}

/** Counts the open pages of ours; `onChange` hears of every arrival and departure. Must run synchronously at start. */
export function countPresent(home: Home, onChange: () => void): () => number {
  const ports = new Set<Runtime.Port>();
  browser.runtime.onConnect.addListener((port) => {
    const caller = callerOf(port.sender ?? {}, home);
    if (port.name !== presence || !caller || caller.kind === "page") return port.disconnect();
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      onChange();
    });
    onChange();
  });
  return () => ports.size;
}
