import { spawn } from "node:child_process";

interface Options {
  /** A user who may end it. */
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** What it used, removed once it has ended. */
  readonly folder?: string;
}

/** Reads what this process says until it has nothing more to say, as when it was killed; a word means that all is well. */
const script = `read word && exit
kill "-$1" "$2"
[ -n "$3" ] || exit
while kill -0 "$2" 2>/dev/null; do sleep 1; done
rm -rf "$3"`;

/**
 * Has process `pid` sent `signal` should this process end without calling what is returned, also when it was killed and could do nothing more. Where there is no
 * shell nothing is watched.
 */
export function endWithUs(pid: number, signal: "INT" | "TERM", { folder = "", ...as }: Options = {}): () => void {
  // A session of its own: what a terminal sends to all of its processes must not end it first.
  const guard = spawn("sh", ["-c", script, "guard", signal, String(pid), folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
    ...as,
  });
  guard.on("error", () => {});
  guard.stdin.on("error", () => {});
  guard.unref();
  // The pipe alone is no reason to stay.
  if ("unref" in guard.stdin && typeof guard.stdin.unref === "function") guard.stdin.unref();
  return () => void guard.stdin.end("well\n");
}
