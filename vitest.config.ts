import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };
// Far above what a quiet machine needs: a busy one must not fail a test.
const slow = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        ...jsx,
        resolve: { alias: { "webextension-polyfill": fileURLToPath(new URL("tests/support/browser.ts", import.meta.url)) } },
        test: {
          name: "unit",
          environment: "happy-dom",
          // The card stands in a blank frame.
          environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } },
          setupFiles: ["tests/setup/indexed-db.ts", "tests/setup/browser.ts"],
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/server/**", "tests/e2e/**"],
          ...slow,
        },
      },
      {
        test: {
          name: "server",
          environment: "node",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: ["tests/server/cluster.ts"],
          ...slow,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/global-setup.ts"],
          fileParallelism: false,
          ...slow,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
