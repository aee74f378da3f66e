import { argv } from "node:process";
import { openReplica } from "../wire/replica.ts";
import { callFor, claim, deviceOf } from "./callers.ts";

/** A replica's operations under load: url, workspace, callers here, callers in all, first caller, milliseconds. Prints the claims per second. */
const [url = "", workspace = "", callers = "64", ofAll = "64", firstCaller = "0", ms = "2000"] = argv.slice(2);
const replica = await openReplica(url, false);
await replica.deps.pool.query("SELECT 1");
const run = await callFor(Number(ms), Number(callers), (caller, turn) =>
  claim(replica.deps.operate, deviceOf(workspace, caller + Number(firstCaller), Number(ofAll), turn)),
);
await replica.close();
console.log(run.perSecond);
