import { expect, it } from "vitest";
import { createAskAsOperator } from "../../../server/operations/operator.ts";
import { brakeCommands } from "../../../server/tasks/brake-commands.ts";
import type { Operator } from "../../../server/tasks/operator.ts";
import { createHub } from "../../../server/wake/hub.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("stops the community with words for it, and lets it go on; the log says by whose hand", async () => {
  const workspace = await server().workspace();
  const { pool, now } = server().deps;
  const ask = createAskAsOperator({ pool, now, wake: createHub(0), publicUrl: () => "https://fanswer.example" });
  const operator = { pool, now, ask } as unknown as Operator;
  const give = (name: string, options: Readonly<Record<string, string>>) =>
    brakeCommands[name]?.run(operator, { words: [], of: (option) => options[option], has: (option) => option in options });
  const rows = async (sql: string) => (await pool.query(sql, [workspace])).rows;
  const brake = () => rows("SELECT settings -> 'brake' AS brake FROM workspaces WHERE workspace_id = $1");

  expect((await give("stop", { workspace, words: "We look into it." }))?.json).toMatchObject({ id: workspace, stopped: true });
  expect(await brake()).toMatchObject([{ brake: { words: "We look into it." } }]);
  expect((await give("go", { workspace }))?.json).toMatchObject({ stopped: false });
  expect(await brake()).toEqual([{ brake: null }]);
  const said = await rows("SELECT action, member_id, detail ->> 'isOn' AS is_on FROM audit_log WHERE workspace_id = $1 ORDER BY is_on");
  expect(said.map(({ action, member_id, is_on }) => [action, member_id, is_on])).toEqual([
    ["operator.brake.set", null, "false"],
    ["operator.brake.set", null, "true"],
  ]);
});
