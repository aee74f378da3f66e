import type { Plugin } from "vite";

const nothing = "\0nothing";

/**
 * Leaves out core-js, which twitter-text brings along for browsers of long ago. One of its parts calls `Function`, which
 * Firefox forbids in a content script.
 */
export function withoutCoreJs(): Plugin {
  return {
    name: "without-core-js",
    enforce: "pre",
    resolveId: (id) => (id.startsWith("core-js/") ? nothing : null),
    load: (id) => (id === nothing ? "" : null),
  };
}
