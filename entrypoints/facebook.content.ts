import { defineContentScript } from "wxt/utils/define-content-script";
import pack from "../assets/packs/facebook.json" with { type: "json" };
import type { Pack } from "../lib/schema/pack.ts";
import { createFacebookReader } from "../lib/sites/facebook/reader.ts";
import { startPage } from "./page.content/start.ts";

export default defineContentScript({
  matches: ["https://www.facebook.com/*"],
  runAt: "document_idle",
  main: () => startPage(pack as Pack, createFacebookReader),
});
