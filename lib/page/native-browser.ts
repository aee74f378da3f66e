import type { Browser } from "webextension-polyfill";

/** The browser's own API in place of the polyfill: all that the page script uses gives promises in both browsers. */
const native = globalThis as unknown as { readonly browser?: Browser; readonly chrome: Browser };

export default native.browser ?? native.chrome;
