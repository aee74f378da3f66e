import { describe, expect, it } from "vitest";
import { transaction } from "../../server/store/pool.ts";
import { all, statement } from "../../server/store/statement.ts";
import { useServer } from "./support.ts";

const server = useServer();
const named = statement<[string], { name: string }>("test.name", "SELECT name FROM workspaces WHERE workspace_id = $1");
const rename = statement<[string, string]>("test.rename", "UPDATE workspaces SET name = $2 WHERE workspace_id = $1");
const impossible = statement<[string]>(
  "test.impossible",
  "UPDATE workspaces SET counter = 1 / (counter - counter) WHERE workspace_id = $1",
);

const nameOf = async (workspace: string) => (await all(server().deps.pool, named, workspace))[0]?.name;

describe("a transaction", () => {
  it("does what is under way when it is told to commit", async () => {
    const workspace = await server().workspace();
    await transaction(server().deps.pool, async (client, _attempt, commit) => {
      const renamed = all(client, rename, workspace, "Beta");
      commit();
      await renamed;
    });
    expect(await nameOf(workspace)).toBe("Beta");
  });

  it("does nothing when a statement before the commit fails, and says which", async () => {
    const workspace = await server().workspace();
    const work = transaction(server().deps.pool, async (client, _attempt, commit) => {
      const statements = [
        all(client, rename, workspace, "Beta"),
        all(client, impossible, workspace),
        all(client, rename, workspace, "Gamma"),
      ];
      commit();
      await Promise.all(statements);
    });
    await expect(work).rejects.toThrow("division by zero");
    expect(await nameOf(workspace)).toBe("Acme");
    expect(await transaction(server().deps.pool, (client) => all(client, named, workspace))).toEqual([{ name: "Acme" }]);
  });

  it("does not pass for done when nobody looked at what failed", async () => {
    const workspace = await server().workspace();
    const work = transaction(server().deps.pool, async (client) => {
      await all(client, rename, workspace, "Beta");
      all(client, impossible, workspace).catch(() => {});
    });
    await expect(work).rejects.toThrow("a statement failed and nobody looked");
    expect(await nameOf(workspace)).toBe("Acme");
  });
});
