import { expect, it } from "vitest";
import { keepAudit } from "../../../server/database/keep-audit.ts";
import { withClient } from "../../../server/store/pool.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("has the database keep the log, again where the trigger was taken away, and by two processes at once", async () => {
  const { pool } = server().deps;
  const count = async () =>
    (await pool.query("SELECT count(*)::integer AS n FROM pg_trigger WHERE tgname = 'audit_log_is_kept'")).rows[0].n;
  expect(await count()).toBe(1);
  await pool.query("DROP TRIGGER audit_log_is_kept ON audit_log");
  await Promise.all([withClient(server().url, keepAudit), withClient(server().url, keepAudit)]);
  expect(await count()).toBe(1);
});
