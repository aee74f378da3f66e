import { defineBackground } from "wxt/utils/define-background";
import { openRegistry } from "../../lib/store/communities.ts";
import { openStore } from "../../lib/store/database.ts";
import { startBackground } from "./start.ts";

export default defineBackground(() => {
  startBackground({
    registry: openRegistry(),
    openStore,
    fetch: (...request) => fetch(...request),
    WebSocket,
    nowMs: () => Date.now(),
    random: () => Math.random(),
    languages: () => navigator.languages,
    newId: () => crypto.randomUUID(),
    signal: new AbortController().signal,
  });
});
