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

/** Memory of a process and all that it started, in bytes (Linux). */
export function memoryOfTree(pid: number): number {
  return [String(pid), ...descendants(String(pid))].reduce((sum, each) => sum + memoryOf(each), 0);
}
