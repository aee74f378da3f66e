import { vitestCheck } from "./checks/vitest.ts";

/** The tests that have a longer form, in that form. */
const long = ["tests/server/cursor.test.ts"];

const { passed, failed, output } = await vitestCheck("server", "soak", { files: long, env: { SOAK: "1" } }).run();
if (output) console.log(output);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
