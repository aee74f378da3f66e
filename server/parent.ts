import { relative } from "node:path";

const lookMs = 500;

/** Whether npm's shell made way for this program (`exec node FILE`), so that npm itself is the parent and lives as long as it is wanted. */
function isStartedByNpm(script: string | undefined, file: string): boolean {
  const path = relative(process.cwd(), file).replaceAll("\\", "/");
  return script?.endsWith(`exec node ${path}`) ?? false;
}

/**
 * Calls `gone` once when npm, which started this program, is gone: killed, it cannot say so. Does nothing for a program that was started in another way:
 * under systemd, nohup or as a container's first process a parent may change or end, and the program is to go on.
 */
export function watchNpm(gone: () => void): void {
  if (!isStartedByNpm(process.env.npm_lifecycle_script, process.argv[1] ?? "")) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    gone();
  }, lookMs);
  looking.unref();
}
