import { defineContentScript } from "wxt/utils/define-content-script";
import { watched } from "../lib/sites/facebook/profile.ts";
import { createFacebookReader } from "../lib/sites/facebook/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: watched,
  runAt: "document_idle",
  main: () => startPage("facebook", createFacebookReader),
});
