import { runCommand } from "../machine/run.ts";
import type { Check, Outcome } from "./check.ts";

/** A check that is one command, or several; it counts as one test. */
export function commandCheck(part: string, name: string, commands: readonly (readonly [string, ...string[]])[]): Check {
  return {
    name,
    part,
    async run(signal): Promise<Outcome> {
      for (const [command, ...args] of commands) {
        const { code, output } = await runCommand(command, args, { signal });
        if (code !== 0) return { passed: 0, failed: 1, output };
      }
      return { passed: 1, failed: 0, output: "" };
    },
  };
}
