import { defineConfig } from "wxt";
import { profiles } from "./lib/sites/profiles.ts";
import { slimPage } from "./scripts/build/slim-page.ts";
import { withoutCoreJs } from "./scripts/build/without-core-js.ts";

const sites = Object.values(profiles).flatMap(({ watched }) => watched);

/** The scripts that every page of a site loads. */
const pageScripts = Object.entries(profiles).flatMap(([site, { watched }]) => (watched.length > 0 ? [site] : []));

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  i18n: { localesDir: "assets/locales" },
  // In place of the module's own, which fills blanks with the values as they are.
  alias: { "#i18n": "lib/i18n/i18n.ts" },
  publicDir: "assets/public",
  vite: () => ({
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [withoutCoreJs()],
    // The store reviewers of both browsers read what ships; a source map is in the package's sources.
    // The browsers that we support know light-dark(); rewritten for older ones it misses the scheme of an element's own style.
    build: { sourcemap: false, cssTarget: ["chrome125", "firefox140"] },
  }),
  hooks: {
    "vite:build:extendConfig": (entrypoints, config) => {
      if (entrypoints.every(({ name }) => pageScripts.includes(name))) config.plugins = [...(config.plugins ?? []), slimPage()];
    },
  },
  manifest: ({ browser }) => ({
    name: "Fanswer",
    default_locale: "en",
    permissions: ["alarms", "scripting", ...(browser === "chrome" ? ["sidePanel"] : [])],
    // Asked for when a member first wants to be told of something.
    optional_permissions: ["notifications"],
    host_permissions: sites,
    // The youngest thing we use is URL.parse.
    ...(browser === "chrome" && { minimum_chrome_version: "126" }),
    description: "__MSG_extension_about__",
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `/icon-${size}.png`])),
    action: { default_title: "Fanswer", default_icon: Object.fromEntries([16, 32].map((size) => [size, `/icon-${size}.png`])) },
    // No `upgrade-insecure-requests`, so that a backend on the loopback address can be reached in Firefox too.
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; object-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:* http://*.localhost:* ws://*.localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "{7d0c5a52-6b0f-4a53-9c34-0f6d1c1d2f8e}",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["websiteContent"] },
        },
        gecko_android: { strict_min_version: "142.0" },
      },
    }),
  }),
});
