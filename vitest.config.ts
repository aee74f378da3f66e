import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };
// A bound is for a hang: a machine with twenty times the work of a quiet one must not fail a test. What a test waits for within it, it waits for a minute.
const bounds = (minutes: number) => ({
  testTimeout: minutes * 60_000,
  hookTimeout: minutes * 60_000,
  expect: { poll: { timeout: 60_000 } },
});

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
          setupFiles: ["tests/setup/patience.ts", "tests/setup/indexed-db.ts", "tests/setup/browser.ts"],
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/server/**", "tests/e2e/**"],
          // By itself one at a time on two cores.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...bounds(1),
        },
      },
      {
        test: {
          name: "server",
          environment: "node",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: ["tests/server/cluster.ts"],
          setupFiles: ["tests/setup/patience.ts"],
          // They wait for processes, disks and clocks more than they compute: one at a time, as on two cores by itself, leaves those idle.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          ...bounds(5),
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/global-setup.ts"],
          fileParallelism: false,
          ...bounds(10),
        },
      },
    ],
  },
});
