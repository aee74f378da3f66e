import { type Config, help, readConfig, type Task } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { isOpenToOthers } from "./public-url.ts";
import type { Running } from "./start.ts";
import { StartupError } from "./startup-error.ts";

function print({ url, firstAdmins, demo }: Running, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify({ ready: true, url, invitations: demo ?? { admin: firstAdmins[0]?.link ?? null } }));
    return;
  }
  console.log(`Fanswer's server is ready at ${url}`);
  for (const { workspace, link } of firstAdmins) console.log(`Invitation for the first admin of "${workspace}" (once, 7 days): ${link}`);
  if (demo === null) return;
  console.log('Invitations to the demo workspace "Acme" (each once, 7 days):');
  console.log(`  admin     ${demo.admin}\n  staff     ${demo.staff}`);
  for (const link of demo.advocates) console.log(`  advocate  ${link}`);
}

/** From now on SIGINT and SIGTERM only say so, by their names. */
function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, resolve);
  });
}

/** Does what was asked for instead of serving, and says what came of it. */
async function perform(task: Task, config: Config, now: () => Date, log: Log): Promise<void> {
  if (task.name === "refit") {
    const { refitNow, refitSentence } = await import("./refit-now.ts");
    const ending = new AbortController();
    void askedToEnd().then(() => ending.abort());
    const refits = await refitNow(config, now, log, ending.signal);
    for (const refit of refits) console.log(config.json ? JSON.stringify(refit) : refitSentence(refit));
    return;
  }
  const { backUp, restore } = await import("./backup/command.ts");
  const { name, file } = task;
  const rows = await (name === "backup" ? backUp : restore)(config, file, now, log);
  console.log(name === "backup" ? `${rows} rows are in ${file}` : `${rows} rows are restored; start the server`);
}

/** Runs until SIGINT or SIGTERM; a signal during the start ends it as soon as it stands. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    console.log(help);
    return;
  }
  const config = readConfig(process.env, args);
  const now = () => new Date();
  const log = createLog((line) => process.stderr.write(line), now);
  if (config.task !== null) return perform(config.task, config, now, log);
  const asked = askedToEnd();
  const { startServer } = await import("./start.ts");
  const running = await startServer(config, now, log);
  print(running, config.json);
  if (config.publicUrl === null && isOpenToOthers(config.host))
    log("warn", "public_url_missing", { others: "cannot join before PUBLIC_URL is set" });
  log("info", "stopping", { signal: await asked });
  await running.stop();
}

try {
  await main();
} catch (thrown) {
  // What the system refuses (a folder it may not write, say) names the place itself.
  const isPlain = thrown instanceof StartupError || (thrown instanceof Error && "syscall" in thrown);
  if (!isPlain) throw thrown;
  console.error(thrown.message);
  process.exitCode = 1;
}
