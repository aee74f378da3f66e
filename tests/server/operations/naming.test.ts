import { beforeEach, describe, expect, it } from "vitest";
import { protocolVersion } from "../../../lib/schema/wire.ts";
import { freeLooks } from "../../../server/operations/naming.ts";
import { transaction } from "../../../server/store/pool.ts";
import { type TestDevice, useServer } from "../support.ts";

const server = useServer();
let workspace: string;
let ann: TestDevice;

beforeEach(async () => {
  workspace = await server().workspace();
  ann = await server().join(workspace, "advocate");
});

async function join(name: string, into = workspace) {
  const code = await server().code(into, "advocate");
  const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name });
  const body = (await answer.json()) as { member?: { name: string }; error?: { code: string } };
  return { code, said: body.error?.code ?? body.member?.name };
}
const nameOf = async () =>
  (await server().deps.pool.query("SELECT name FROM members WHERE workspace_id = $1 AND member_id = $2", [workspace, ann.memberId])).rows[0]
    .name;

describe("a name that can be taken for another member's", () => {
  it("is refused to who joins, whose invitation stays good", async () => {
    expect((await join("Dana")).said).toBe("Dana");
    const { code, said } = await join("Dаnа");
    expect(said).toBe("name_taken");
    const answer = await server().post("/v1/join", { protocol: protocolVersion, code, name: "Dana Levi" });
    expect(answer.status).toBe(200);
  });

  it("is refused to who wants it instead, who keeps the former one", async () => {
    await join("Ilana");
    for (const name of ["Ilana", "llana", "ILANA", "Ilana\u200b"])
      await expect(ann.run("member.rename", { name })).rejects.toMatchObject({ code: "name_taken" });
    expect(await nameOf()).toBe("A advocate");
  });

  it("is one's own to write differently, and free once its member is gone", async () => {
    await ann.run("member.rename", { name: "Dana" });
    await ann.run("member.rename", { name: "DANA" });
    expect((await join("Dana")).said).toBe("name_taken");
    const amy = await server().join(workspace, "admin");
    await amy.run("member.remove", { memberId: ann.memberId });
    expect((await join("Dana")).said).toBe("Dana");
  });

  it("is found also among names from before this was looked at, which stay as they are", async () => {
    const twins = ["old-1", "old-2"];
    for (const id of twins)
      await server().deps.pool.query(
        `INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at) VALUES ($1, $2, 'Kim', 'advocate', 1, 1, now())`,
        [workspace, id],
      );
    expect((await join("Kіm")).said).toBe("name_taken");
    // A refusal keeps nothing; the next who is let in has all of them looked at.
    expect((await join("Noor")).said).toBe("Noor");
    const { rows } = await server().deps.pool.query("SELECT name, looks FROM members WHERE workspace_id = $1 AND member_id = ANY ($2)", [
      workspace,
      twins,
    ]);
    expect(rows).toEqual(twins.map(() => ({ name: "Kim", looks: ["Kirn", "kirn"] })));
  });

  it("is nobody's business in another workspace", async () => {
    await join("Dana");
    expect((await join("Dana", await server().workspace())).said).toBe("Dana");
  });

  it("goes to one of two who come at once", async () => {
    const said = (await Promise.all(["Noor", "nооr", "NOOR"].map((name) => join(name)))).map((each) => each.said);
    expect(said.filter((each) => each === "name_taken")).toHaveLength(2);
    const free = () => transaction(server().deps.pool, (client) => freeLooks(client, workspace, "another", "Noor"));
    await expect(free()).rejects.toMatchObject({ code: "name_taken" });
  });
});

describe("a name", () => {
  it.each(["x".repeat(10_000), "\u202e", "\u0001\u0007"])("that cannot be shown is refused (%#)", async (name) => {
    // Of 10,000 letters the request is refused before it is read.
    expect(["malformed", "too_large"]).toContain((await join(name)).said);
    await expect(ann.run("member.rename", { name })).rejects.toMatchObject({ code: "malformed" });
  });

  it("loses what turns the words beside it", async () => {
    expect((await join("\u202eDana\u2069\u0007 \n Levi\u001b")).said).toBe("Dana Levi");
  });
});
