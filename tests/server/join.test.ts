import { createHash } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-settings.ts";
import { ErrorBody, JoinResponse, protocolVersion } from "../../lib/schema/wire.ts";
import { useServer } from "./support.ts";

const server = useServer();

async function join(code: string, name = "Kim") {
  const response = await server().post("/v1/join", { protocol: protocolVersion, code, name });
  return { status: response.status, body: await response.json() };
}

describe("joining", () => {
  it("makes a member of the invitation's role, on a device whose token only the device knows", async () => {
    const workspace = await server().workspace();
    const { status, body } = await join(await server().code(workspace, "staff"), "  Kim  ");
    const { token, member, workspace: joined } = v.parse(JoinResponse, body);
    expect(status).toBe(200);
    expect(member).toMatchObject({ name: "Kim", role: "staff", level: 0 });
    const usual = { triage: defaultTriageSettings, calibration: null };
    expect(joined).toEqual({ id: workspace, name: "Acme", disclosure: "I'm an Acme customer", ...usual });
    const { rows } = await server().deps.pool.query("SELECT * FROM devices WHERE workspace_id = $1", [workspace]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
    expect(rows[0].token_hash).toEqual(
      createHash("sha256")
        .update(token.split(".")[1] ?? "")
        .digest(),
    );
  });

  it("refuses a wrong, a used, an expired and a nonsensical invitation in the same words", async () => {
    const workspace = await server().workspace();
    const used = await server().code(workspace, "advocate");
    await join(used);
    const expired = await server().code(workspace, "advocate");
    server().clock.advance(7 * 24 * 60 * 60_000 + 1);
    const wrong = `${workspace}-${"a".repeat(26)}`;
    const elsewhere = `000000000000-${used.split("-")[1]}`;
    const refusals = await Promise.all([used, expired, wrong, elsewhere, "nonsense", ""].map((code) => join(code)));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(v.parse(ErrorBody, refusals[0]?.body).error.code).toBe("invitation_invalid");
    expect(refusals[0]?.status).toBe(403);
  });

  it("lets one in when two use the same invitation at once", async () => {
    const code = await server().code(await server().workspace(), "advocate");
    const statuses = (await Promise.all([join(code, "Ann"), join(code, "Ben")])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 403]);
  });

  it("slows down somebody who tries many codes, and only for a minute", async () => {
    const good = await server().code(await server().workspace(), "advocate");
    for (let tries = 0; tries < 30; tries++) await join("nonsense");
    expect(await join(good)).toMatchObject({ status: 429, body: { error: { code: "too_many" } } });
    server().clock.advance(60_001);
    expect((await join(good)).status).toBe(200);
  });

  it("refuses a name that is empty or too long", async () => {
    const code = await server().code(await server().workspace(), "advocate");
    for (const name of ["", "   ", "n".repeat(81)])
      expect(await join(code, name)).toMatchObject({ status: 400, body: { error: { code: "malformed" } } });
    expect((await join(code)).status).toBe(200);
  });
});
