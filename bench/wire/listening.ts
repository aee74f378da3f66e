import { argv } from "node:process";
import { createInterface } from "node:readline";
import { openReplica } from "./replica.ts";

/** A server in a process of its own: url of the database. Prints its port; then, per line: `memory` prints the bytes it uses, `wake WORKSPACE` wakes. */
const replica = await openReplica(argv[2] ?? "", false);
console.log(replica.port);
let revision = 1_000_000;
for await (const line of createInterface({ input: process.stdin })) {
  const [command, workspace = ""] = line.split(" ");
  if (command === "memory") {
    globalThis.gc?.();
    console.log(process.memoryUsage.rss());
  }
  if (command === "wake") replica.deps.wake.moved(workspace, ++revision);
}
await replica.close();
