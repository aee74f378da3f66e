import { cpus, loadavg, totalmem } from "node:os";

/** The machine and its load, in one line; figures without it say little. */
export function machine(): string {
  const processors = cpus();
  const load = loadavg().map((value) => value.toFixed(2));
  return [
    `${processors.length} x ${processors[0]?.model.trim() ?? "unknown processor"}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `load ${load.join(" ")}`,
  ].join(", ");
}
