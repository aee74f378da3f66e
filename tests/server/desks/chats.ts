import type { Context } from "hono";
import { Served } from "./served.ts";

/** What people in a chat get to see of a message. */
export interface Shown {
  readonly text: string;
  /** What can be pressed. */
  readonly links: readonly string[];
  /** What was read as markup or as a call, as it stood. */
  readonly marks: readonly string[];
}

/** Signs that one of the chats reads: Slack's tokens, CommonMark as Mattermost, Rocket.Chat and Discord have it, Google Chat's. */
const markup: readonly RegExp[] = [
  /<[^\s<>][^<>]*>/g,
  /@[\p{L}\p{N}]+/gu,
  /!?\[[^\]]*\]\([^)]*\)/g,
  /([*_~`|])\1*\S(?:.*?\S)?\1+/g,
  /&#?\w+;/g,
  /:[\w+-]+:/g,
  /\\[*_~`\\]/g,
  /(?:^|\s)#[\p{L}\p{N}]+/gu,
  /^(?:[-+*>=]|-?#+|\d+\.| {4}|```).*/gm,
];
/** Also without https:, as Google Chat and Slack's full parsing take it. */
const link = /\b(?:https?:\/\/|mailto:|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|example)\b\S*/g;

function read(text: string): Shown {
  const links = text.match(link) ?? [];
  const words = links.reduce((rest, each) => rest.replace(each, ""), text);
  return { text, links, marks: markup.flatMap((sign) => words.match(sign) ?? []) };
}

interface Inline {
  readonly text: string;
}
interface Card {
  readonly body: readonly { readonly type: string; readonly text?: string; readonly inlines?: readonly Inline[] }[];
  readonly actions: readonly { readonly url: string }[];
}

/** Chats' incoming webhooks: each at the path that the real one has, refusing what the real one refuses. */
export class ChatServer extends Served {
  readonly shown: Shown[] = [];
  readonly paths = {
    slack: "/services/T0/B0/x",
    mattermost: "/hooks/xxx-generatedkey-xxx",
    discord: "/api/webhooks/1200/a-token_of-it",
    teams: "/workflows/0f3a/triggers/manual/paths/invoke?api-version=2016-06-01&sig=s",
  } as const;

  constructor() {
    super();
    const plain = (context: Context) => this.take(context, ({ text }) => (typeof text === "string" ? read(text) : null));
    this.app.post("/services/*", plain);
    this.app.post("/hooks/*", plain);
    this.app.post("/api/webhooks/:id/:token", (context) =>
      this.take(context, ({ content, allowed_mentions: allowed }) => {
        if (typeof content !== "string" || content === "" || [...content].length > 2000) return null;
        const shown = read(content);
        const isSilent = (allowed as { parse?: unknown[] } | undefined)?.parse?.length === 0;
        return isSilent ? shown : { ...shown, marks: [...shown.marks, "calls whom it names"] };
      }),
    );
    this.app.post("/workflows/*", (context) =>
      this.take(context, ({ type, attachments }) => {
        const card = (attachments as { content: Card }[] | undefined)?.[0]?.content;
        if (type !== "message" || card === undefined) return null;
        const blocks = card.body.map(({ type, text, inlines = [] }) =>
          type === "TextBlock" ? read(text ?? "") : { text: inlines.map((inline) => inline.text).join(""), links: [], marks: [] },
        );
        return {
          text: blocks.map(({ text }) => text).join("\n"),
          links: [...blocks.flatMap(({ links }) => links), ...card.actions.map(({ url }) => url)],
          marks: blocks.flatMap(({ marks }) => marks),
        };
      }),
    );
  }

  private async take(context: Context, see: (body: Record<string, unknown>) => Shown | null): Promise<Response> {
    const shown = see(await context.req.json());
    if (shown === null) return context.text("invalid_payload", 400);
    this.shown.push(shown);
    return context.text("ok");
  }

  override forget(): void {
    this.shown.length = 0;
  }
}
