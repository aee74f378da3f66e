import { defineContentScript } from "wxt/utils/define-content-script";
import { watchedX } from "../lib/sites/x/profile.ts";
import { createXReader } from "../lib/sites/x/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: watchedX,
  runAt: "document_idle",
  main: () => startPage("x", createXReader),
});
