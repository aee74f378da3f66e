import { expect, it } from "vitest";
import { serveMetrics } from "../../server/metrics.ts";
import { sighting, useServer } from "./support.ts";

const server = useServer();

it("are served on a port of their own, by route, operation and outcome, without a word of anybody", async () => {
  const device = await server().join(await server().workspace(), "staff");
  await device.run("mention.report", sighting("1"));
  await device.sync([{ id: crypto.randomUUID(), name: "claim.take", args: { mentionId: "x:2" } }]);
  await device.sync([{ id: crypto.randomUUID(), name: "made up", args: {} }]);
  await server().app.request("/v1/x/made-up");
  const { port, close } = await serveMetrics(server().deps.metrics, "127.0.0.1", 0, () => {});
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const elsewhere = await fetch(`http://127.0.0.1:${port}/`);
  await close();
  expect(text).toContain('fanswer_operations_total{name="mention.report",outcome="ok"} 1');
  expect(text).toContain('fanswer_operations_total{name="claim.take",outcome="not_found"} 1');
  expect(text).toContain('fanswer_operations_total{name="unknown",outcome="unknown_operation"} 1');
  expect(text).toMatch(/fanswer_request_seconds_count\{route="\/v1\/sync",status="200"\} 3/);
  expect(text).toContain("fanswer_database_connections");
  expect(text).not.toContain("made-up");
  expect(text).not.toContain(device.workspaceId);
  expect(elsewhere.status).toBe(404);
  expect((await server().app.request("/metrics")).status).toBe(404);
});
