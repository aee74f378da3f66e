import { argv } from "node:process";
import { openPool } from "../../server/db.ts";
import { createDeps } from "../../server/deps.ts";
import { createModels } from "../../server/models/models.ts";
import { createHub } from "../../server/wake/hub.ts";
import { callFor, claim, deviceOf } from "./callers.ts";

/** A replica's operations under load: url, workspace, callers here, callers in all, first caller, milliseconds. Prints the claims per second. */
const [url = "", workspace = "", callers = "64", ofAll = "64", firstCaller = "0", ms = "2000"] = argv.slice(2);
const log = () => {};
const pool = openPool(url, log);
const deps = createDeps({
  pool,
  now: () => new Date(),
  log,
  models: createModels({ allowedHosts: [], secret: Buffer.alloc(32), now: () => new Date() }),
  wake: createHub(),
  publicUrl: () => "",
  trustedProxies: 0,
  ending: new AbortController().signal,
});
await pool.query("SELECT 1");
const run = await callFor(Number(ms), Number(callers), (caller, turn) =>
  claim(deps.operate, deviceOf(workspace, caller + Number(firstCaller), Number(ofAll), turn)),
);
await pool.end();
console.log(run.perSecond);
