import { defineContentScript } from "wxt/utils/define-content-script";
import { watchedFacebook } from "../lib/sites/facebook/profile.ts";
import { createFacebookReader } from "../lib/sites/facebook/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: watchedFacebook,
  runAt: "document_idle",
  main: () => startPage("facebook", createFacebookReader),
});
