import { expect, it } from "vitest";
import { later } from "../../../server/store/moments.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("a later moment is the same whatever the connection's own time zone", async () => {
  const client = await server().deps.pool.connect();
  try {
    for (const zone of ["UTC", "Europe/Oslo", "Pacific/Apia"]) {
      await client.query("SELECT set_config('timezone', $1, false)", [zone]);
      // A day in which Oslo's clocks go forward.
      const { rows } = await client.query(`SELECT ${later("$1::timestamptz", "1 day")} AS moment`, ["2026-03-28T12:00:00Z"]);
      expect(rows[0].moment.toISOString()).toBe("2026-03-29T12:00:00.000Z");
    }
  } finally {
    client.release(true);
  }
});
