import { defineContentScript } from "wxt/utils/define-content-script";
import { createXReader } from "../lib/sites/x/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: ["https://x.com/*", "https://twitter.com/*"],
  runAt: "document_idle",
  main: () => startPage("x", createXReader),
});
