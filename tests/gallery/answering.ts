import type { CDPSession } from "puppeteer-core";
import { markTexts } from "../../lib/i18n/mark-texts.ts";
import { asFanswerError } from "../../lib/schema/errors.ts";
import type { Envelope, MessageName } from "../../lib/schema/messages.ts";
import { sessionIn } from "./device.ts";
import type { Scene } from "./scene.ts";
import type { StandInArgs } from "./stand-in.ts";

interface Message {
  readonly id: string;
  readonly name: MessageName;
  readonly args: unknown;
}

/** Plays the background of a scene: answers what `standIn` passes on, in whichever world of the page it was asked. */
export async function answering(cdp: CDPSession, { device = {}, answers = {} }: Scene, messages: StandInArgs["messages"]): Promise<void> {
  const texts = markTexts((key) => messages[key.replaceAll(".", "_")]?.message ?? "");
  const start = answers["page.start"];
  const all = {
    "session.get": () => sessionIn(device),
    ...answers,
    ...(start && { "page.start": (site: never) => ({ ...start(site), texts }) }),
  };
  const reply = ({ name, args }: Message): Envelope => {
    try {
      const answer = (all as Partial<Record<MessageName, (args: unknown) => unknown>>)[name];
      return { ok: true, value: answer?.(args) ?? null };
    } catch (thrown) {
      const { code, detail } = asFanswerError(thrown);
      return { ok: false, code, detail };
    }
  };
  await cdp.send("Runtime.enable");
  await cdp.send("Runtime.addBinding", { name: "galleryAsk" });
  cdp.on("Runtime.bindingCalled", ({ payload, executionContextId: contextId }) => {
    const message = JSON.parse(payload) as Message;
    const expression = `galleryAnswer(${JSON.stringify(message.id)}, ${JSON.stringify(reply(message))})`;
    // The page may have gone on.
    cdp.send("Runtime.evaluate", { expression, contextId }).catch(() => {});
  });
}
