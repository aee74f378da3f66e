import { type Config, help, readConfig, type ServerTask } from "./config.ts";
import { createLog, errorFields, writeTo } from "./log.ts";
import { type Ending, listenForEnd } from "./process/ending.ts";
import { isOpenToOthers } from "./public-url.ts";
import type { Running } from "./start/start.ts";
import { StartupError } from "./startup-error.ts";

const say = writeTo(process.stdout);
const complain = writeTo(process.stderr);
const now = () => new Date();
const log = createLog(complain, now);

function print({ url, firstAdmins, demo }: Running, isJson: boolean): void {
  if (isJson) {
    say(`${JSON.stringify({ ready: true, url, invitations: demo ?? { admin: firstAdmins[0]?.link ?? null } })}\n`);
    return;
  }
  say(`Fanswer's server is ready at ${url}\n`);
  for (const { workspace, link } of firstAdmins) say(`Invitation for the first admin of "${workspace}" (once, 7 days): ${link}\n`);
  if (demo === null) return;
  say('Invitations to the demo workspace "Acme" (each once, 7 days):\n');
  say(`  admin     ${demo.admin}\n  staff     ${demo.staff}\n`);
  for (const link of demo.advocates) say(`  advocate  ${link}\n`);
}

/** Does what was asked for instead of serving, and says what came of it. */
async function perform(task: ServerTask, config: Config, signal: AbortSignal): Promise<void> {
  if (task.name === "refit") {
    const { refitNow, refitSentence } = await import("./tasks/refit.ts");
    const refits = await refitNow(config, now, log, signal);
    for (const refit of refits) say(`${config.json ? JSON.stringify(refit) : refitSentence(refit)}\n`);
    return;
  }
  if (task.name === "invite-admin") {
    const { inviteAdmin } = await import("./tasks/invite-admin.ts");
    const { workspace, link } = await inviteAdmin(config, task, now, log, signal);
    say(
      `${config.json ? JSON.stringify({ workspace, invitation: link }) : `Invitation for an admin of "${workspace}" (once, 7 days): ${link}`}\n`,
    );
    return;
  }
  const { backUp, restore } = await import("./tasks/backup.ts");
  const { name, file } = task;
  const rows = await (name === "backup" ? backUp : restore)(config, file, now, log, signal);
  say(name === "backup" ? `${rows} rows are in ${file}\n` : `${rows} rows are restored; start the server\n`);
}

/** Serves until the process is to end, and stops in order; a start that is under way is given up and undone. */
async function serve(config: Config, { signal, reason }: Ending): Promise<void> {
  const { startServer } = await import("./start/start.ts");
  let running: Running;
  try {
    running = await startServer(config, now, log, signal);
  } catch (thrown) {
    if (thrown !== signal.reason) throw thrown;
    return;
  }
  print(running, config.json);
  if (config.publicUrl === null && isOpenToOthers(config.host))
    log("warn", "public_url_missing", { others: "cannot join before PUBLIC_URL is set" });
  log("info", "stopping", { signal: (await reason).name });
  await running.stop();
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] !== "command" && args.includes("--help")) return void say(help);
  const config = args[0] === "command" ? null : readConfig(process.env, args);
  const ending = listenForEnd((error) => {
    process.exitCode = 1;
    log("error", "uncaught", errorFields(error));
  });
  if (config === null) {
    const { command } = await import("./tasks/command.ts");
    process.exitCode = await command(args.slice(1), process.env, { signal: ending.signal, now, log, say, complain });
    return;
  }
  await (config.task === null ? serve(config, ending) : perform(config.task, config, ending.signal));
}

try {
  await main(process.argv.slice(2));
} catch (thrown) {
  process.exitCode = 1;
  // What the system refuses (a folder it may not write, say) names the place itself.
  const isPlain = thrown instanceof StartupError || (thrown instanceof Error && "syscall" in thrown);
  complain(`${isPlain ? thrown.message : thrown instanceof Error ? thrown.stack : thrown}\n`);
}
