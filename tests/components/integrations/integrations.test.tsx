import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { IntegrationActions } from "../../../components/integrations/actions.ts";
import { Integrations } from "../../../components/integrations/integrations.tsx";
import { Trouble } from "../../../components/integrations/trouble.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Integration, IntegrationChange } from "../../../lib/schema/integration.ts";
import { deliveries, integrationActions, zendesk } from "../actions.ts";
import { control, pageText, press, show, type as typeInto } from "../page.ts";

const id = "0b6f3f5e-6a51-4b5a-9c5e-0f4f6e1f7a10";
async function page(parts: Partial<IntegrationActions> = {}) {
  await show(<Integrations actions={integrationActions(parts)} newId={() => id} server="https://fanswer.example" />);
}

test("a problem is said in words, with what waits and the address for its hook", async () => {
  await page();
  expect(pageText()).toContain("It does not accept the key.");
  expect(pageText()).toContain("3 wait");
  expect(pageText()).toContain("1 given up");
  expect(pageText()).toContain("https://fanswer.example/v1/hooks/acmedemo0000-3c1f");
});

test("one that ended says so on the overview too, and is not tried while it is off", async () => {
  const gone = { ...zendesk, name: "Our hook", problem: "gone", pausedUntil: null, enabled: false } as const;
  const test = vi.fn(async () => deliveries);
  await page({ list: async () => [gone], test });
  expect(pageText()).toContain("It says that it is gone for good, so it was switched off.");
  await press("Try it");
  expect(test).not.toHaveBeenCalled();
  await show(<Trouble list={async () => [gone, { ...zendesk, problem: null }]} />);
  expect(pageText()).toBe("Our hook It says that it is gone for good, so it was switched off. Change the address, or remove it.");
});

test("who may not ask how the connections are is told nothing of them", async () => {
  await show(<Trouble list={() => Promise.reject(new FanswerError("forbidden"))} />);
  expect(pageText()).toBe("");
});

test("a desk is connected with what it needs, and not before", async () => {
  const save = vi.fn(async (_: IntegrationChange) => [zendesk]);
  await page({ list: async () => [], save });
  await press("Connect");
  await press("Zammad");
  await press("Save");
  expect(save).not.toHaveBeenCalled();
  await typeInto("Address", "https://help.acme.example/");
  await typeInto("Group", "Social");
  await typeInto("E-mail of the customer", "social@acme.example");
  await typeInto("Access token", "a-long-token");
  await press("Save");
  expect(save.mock.calls[0]?.[0]).toMatchObject({
    id,
    name: "Zammad",
    target: { kind: "zammad", address: "https://help.acme.example/", group: "Social", customer: "social@acme.example" },
    secret: "a-long-token",
    enabled: true,
  });
});

test("what is being written stays when the list comes late", async () => {
  let arrive = (_: Integration[]) => {};
  const list = () => new Promise<Integration[]>((resolve) => (arrive = resolve));
  await page({ list });
  await press("Connect");
  await press("Zammad");
  await typeInto("Group", "Social");
  await act(() => arrive([zendesk]));
  expect(control("Group")).toHaveProperty("value", "Social");
});

test("a webhook begins with a signing secret of its own", async () => {
  const save = vi.fn(async (_: IntegrationChange) => [zendesk]);
  await page({ list: async () => [], save });
  await press("Connect");
  await press("Webhook");
  await typeInto("Address", "https://hooks.acme.example/fanswer");
  await press("Save");
  expect(save.mock.calls[0]?.[0]).toMatchObject({
    secret: expect.stringMatching(/^whsec_[\w+/]{32}$/),
    events: ["escalated", "clock_warning"],
  });
});

test("a key is kept when its box stays empty", async () => {
  const save = vi.fn(async (_: IntegrationChange) => [zendesk]);
  await page({ save });
  await press("Change");
  await press("Save");
  expect(save.mock.calls[0]?.[0]).toMatchObject({ id: zendesk.id, target: zendesk.target, secret: null });
});

test("the log says how each went, and tells again", async () => {
  const replay = vi.fn(async () => deliveries);
  await page({ replay });
  await press("Log");
  expect(pageText()).toContain("It refused what it was told. (422) Given up.");
  await press("Tell again what was given up");
  expect(replay).toHaveBeenLastCalledWith(zendesk.id, null);
});

test("it is removed after a second word", async () => {
  const remove = vi.fn(async () => []);
  await page({ remove });
  await press("Remove");
  expect(remove).not.toHaveBeenCalled();
  await press("Remove it and its log for good");
  expect(remove).toHaveBeenCalledWith(zendesk.id);
  expect(pageText()).toContain("Nothing is connected yet.");
});

test("what the server refuses is said", async () => {
  await page({ list: () => Promise.reject(new FanswerError("server_unreachable")) });
  expect(pageText()).toContain("This waits for a connection: nothing was sent.");
});
