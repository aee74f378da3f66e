import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../../../scripts/machine/folders.ts";
import { processesIn } from "../../../scripts/machine/scratch.ts";
import { useFolders } from "../data-folder.ts";

const newFolder = useFolders();
const isSoak = process.env.SOAK === "1";
/** Every module beside the two that start them. */
const benchmarks = readdirSync("bench").flatMap((file) => (/^(?!index|run)\w+\.ts$/.test(file) ? [file.slice(0, -".ts".length)] : []));
const commands = [
  ...(isSoak ? benchmarks : ["queue"]).map((name) => ["run", "bench", "--", name]),
  ...(isSoak ? [["test", "--", "unit"]] : []),
];

const filesOf = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** The program that npm runs: the shell between made way. */
const childOf = ({ pid }: ChildProcess) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);

describe.runIf(existsSync("/proc/self/environ"))("ended in the middle, leaves no process and no data behind:", () => {
  it.each(commands.flatMap((command) => (["npm", "the program"] as const).map((whom) => [command.join(" "), whom] as const)))(
    "npm %s, where %s gets SIGTERM",
    async (command, whom) => {
      const folder = newFolder();
      const before = filesOf(dataFolder);
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: folder };
      const npm = spawn("npm", command.split(" "), { env, stdio: "ignore", detached: true });
      const ended = once(npm, "exit");
      // npm, the program, and what that started; or it said at once what is missing.
      await expect.poll(() => npm.exitCode !== null || processesIn(folder).length > 2).toBe(true);
      await Promise.race([ended, sleep(4_000)]);
      if (npm.exitCode === null) {
        if (whom === "npm") npm.kill("SIGTERM");
        else process.kill(childOf(npm), "SIGTERM");
      }
      await ended;
      await expect.poll(() => processesIn(folder)).toEqual([]);
      await expect.poll(() => filesOf(dataFolder).filter((name) => !before.includes(name))).toEqual([]);
      await expect.poll(() => filesOf(folder).filter((name) => name !== "node-compile-cache")).toEqual([]);
    },
  );
});
