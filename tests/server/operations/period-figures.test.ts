import { expect, it } from "vitest";
import { countFigures } from "../../../server/operations/counting.ts";
import { periodFigures } from "../../../server/operations/period-figures.ts";
import { sighting, useServer } from "../support.ts";

const server = useServer();

it("are the same read before and after they are counted, also where there is nothing", async () => {
  const { pool, now } = server().deps;
  const ann = await server().join(await server().workspace(), "advocate");
  const read = () => periodFigures(pool, ann.workspaceId, now(), { period: "month", by: "site" });
  expect((await read()).now.seen).toBe(0);
  await ann.run("mention.report", sighting("1"));
  const live = await read();
  expect(live).toMatchObject({ now: { seen: 1 }, by: { values: [{ key: "x", seen: 1 }] } });
  await countFigures({ pool }, ann.workspaceId);
  expect(await read()).toEqual(live);
});
