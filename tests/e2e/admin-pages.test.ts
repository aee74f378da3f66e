import { describe, it } from "vitest";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const text = (name: string) => ({ role: "text", name, part: true }) as const;
const button = (name: string) => ({ role: "button", name }) as const;
const box = (name: string) => ({ role: "textbox", name }) as const;

describe.each(browserNames)("in %s an admin", (browser) => {
  const world = useWorld();

  it("writes an answer, names a model and connects a webhook, and finds them again", async () => {
    const admin = await world().member(browser, "admin", "Ada");

    const knowledge = await admin.open("admin.html#knowledge");
    await knowledge.click(button("Add an answer"));
    await knowledge.type(box("What it is about"), "Cleaning the mesh");
    await knowledge.type(box("Answer"), "Hi {author}, a dry brush, never water.");
    await knowledge.click(button("Save"));
    await knowledge.see(text("Saved. Other devices have it within a minute."));
    const kept = await admin.open("admin.html#knowledge");
    await kept.see(text("Cleaning the mesh"));

    const replies = await admin.open("admin.html#answering");
    await replies.see(text("No model writes drafts now."));
    await replies.type(box("Address"), "https://models.acme.example/v1");
    await replies.type(box("Model"), "small-1");
    await replies.click(button("Use this model"));
    await replies.see(text("small-1 writes drafts when a member asks."));
    await replies.click(button("Stop drafts by machine"));
    await replies.see(text("No model writes drafts now."));

    const integrations = await admin.open("admin.html#integrations");
    await integrations.click(button("Connect"));
    await integrations.click(button("Webhook"));
    await integrations.type(box("Name"), "Our own desk");
    await integrations.type(box("Address"), "https://hooks.acme.example/fanswer");
    await integrations.click(button("Save"));
    await integrations.see(text("Our own desk"));
    const again = await admin.open("admin.html#integrations");
    await again.see(text("Our own desk"));
  });
});
