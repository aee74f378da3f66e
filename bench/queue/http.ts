import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { argv } from "node:process";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { callFor } from "./callers.ts";
import { claimsPerMember } from "./place.ts";

/** The body of a claim by a device that has seen everything. */
const bodyOfClaim = () =>
  JSON.stringify({
    protocol: protocolVersion,
    since: { epoch: "first", revision: Number.MAX_SAFE_INTEGER },
    operations: [{ id: randomUUID(), name: "claim.next", args: { languages: [] } }],
  });

function post(agent: Agent, url: string, token: string): Promise<void> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/v1/sync`, { agent, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => (text.includes('"ok":true') ? resolve() : reject(new Error(text.slice(0, 200)))));
    });
    asking.on("error", reject);
    asking.end(bodyOfClaim());
  });
}

/** A process that claims over HTTP: url, workspace, callers, milliseconds. Prints the claims per second. */
const [url = "", workspace = "", callers = "64", ms = "2000"] = argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(callers) });
const run = await callFor(Number(ms), Number(callers), (caller, turn) => {
  const n = Math.floor(turn / claimsPerMember) * Number(callers) + caller;
  return post(agent, url, `${workspace}.secret${n}`);
});
agent.destroy();
console.log(run.perSecond);
