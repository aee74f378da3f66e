import { parseArgs } from "node:util";
import { vitestCheck } from "./checks/vitest.ts";
import { untilEnd } from "./machine/ending.ts";

/** The tests that have a longer form, in that form: the cursor beside many writers, and each fault of the server many times. */
const files = ["tests/server/cursor.test.ts", "tests/server/faults"];

const { values } = parseArgs({ options: { trials: { type: "string", default: "40" } } });
if (!/^[1-9]\d*$/.test(values.trials)) {
  console.error("npm run soak [-- --trials N]");
  process.exit(2);
}
await untilEnd(async (signal) => {
  const soak = vitestCheck("server", "soak", { files, env: { SOAK: "1", SOAK_TRIALS: values.trials } });
  const { passed, failed } = await soak.run(signal);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
});
