import { parseArgs } from "node:util";
import { run } from "./machine/run.ts";

/** The fault tests, with many trials of each. */
const { values } = parseArgs({ options: { trials: { type: "string", default: "40" } } });
if (!/^[1-9]\d*$/.test(values.trials)) {
  console.error("npm run soak [-- --trials N]");
  process.exit(2);
}
const { code } = await run("vitest", ["run", "--project", "server", "tests/server/faults"], {
  show: true,
  env: { SOAK_TRIALS: values.trials },
});
process.exitCode = code;
