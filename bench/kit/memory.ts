import { readdirSync, readFileSync } from "node:fs";

/** Memory of a process in bytes; what several share is shared out among them (Linux). */
function memoryOf(pid: string): number {
  return Number(/^Pss: +(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]) * 1024;
}

/** The processes that `pid` started, and theirs. */
function descendants(pid: string): string[] {
  const children = readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1] === pid;
    } catch {
      return false;
    }
  });
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const sumOf = (pids: readonly string[]): number => pids.reduce((sum, pid) => sum + memoryOf(pid), 0);

/** Memory of a process and all that it started, in bytes (Linux). */
export const memoryOfTree = (pid: number): number => sumOf([String(pid), ...descendants(String(pid))]);

/** Memory of all that this process started, in bytes (Linux). */
export const memoryOfChildren = (): number => sumOf(descendants(String(process.pid)));
