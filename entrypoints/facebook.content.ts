import { defineContentScript } from "wxt/utils/define-content-script";
import { createFacebookReader } from "../lib/sites/facebook/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: ["https://www.facebook.com/*"],
  runAt: "document_idle",
  main: () => startPage("facebook", createFacebookReader),
});
