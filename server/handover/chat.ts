import type { MentionEvent } from "../../lib/schema/integration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { BrakeNews } from "../store/deliveries.ts";
import { cut, plainLine, reasonsLine, sentenceOf, titleOf } from "./words.ts";

/** What a chat is told: words without any markup, and the links that belong to it. */
export interface ChatMessage {
  readonly text: string;
  readonly links: readonly string[];
}

/** Signs that some chat reads as markup or as a call, and signs that look like them and mean nothing. No way of quoting holds in all chats. */
const lookalikes: Readonly<Record<string, string>> = {
  "*": "∗",
  _: "ˍ",
  "~": "∼",
  "`": "ˋ",
  "|": "∣",
  "[": "［",
  "]": "］",
  "<": "‹",
  ">": "›",
  "#": "＃",
  "@": "＠",
  "\\": "＼",
};

/** Shows nothing and keeps apart what stands on both its sides. */
const apart = "\u200b";

/** People's words for a chat, whichever it is: they become no link, call nobody, are no picture and have no form of their own. */
function unmarked(text: string): string {
  return (
    text
      .replace(/[*_~`|[\]<>#@\\]/g, (sign) => lookalikes[sign] ?? sign)
      // Addresses, with and without https:, and names of hosts alone.
      .replace(/:(?=\/\/)/g, `:${apart}`)
      .replace(/\.(?=[\p{L}\p{N}])/gu, `${apart}.`)
      .replace(/(mailto|tel|xmpp|sms):/gi, `$1${apart}:`)
      // Names of signs (&lt;) and of pictures (:boom:).
      .replace(/&(?=#?\w+;)/g, `&${apart}`)
      .replace(/:(?=[\w+-]+:)/g, `:${apart}`)
      // Headings, lists, quotes and code begin a line.
      .replace(/\n/g, `\n${apart}`)
  );
}

/** So many characters of what people wrote: a post is a press away, and Discord takes 2,000 in all, in which each may stand twice. */
const most = { sentence: 500, reasons: 200, link: 300 } as const;

/** What a chat is told of an event. */
export function chatMessage(mention: Mention, event: MentionEvent): ChatMessage {
  const { reply, permalink } = mention;
  // The reply's link stands with the links.
  const sentence = sentenceOf(reply === null ? mention : { ...mention, reply: { ...reply, url: null } }, event);
  const why = event === "escalated" ? plainLine(reasonsLine(mention), most.reasons) : "";
  const words = [titleOf(mention), cut(sentence, most.sentence), why].filter((part) => part !== "");
  const links = [permalink, event === "answered" ? (reply?.url ?? null) : null].flatMap((link) =>
    // An @ in a link calls somebody in some chats.
    link === null || link.length > most.link ? [] : [link.replaceAll("@", "%40")],
  );
  return { text: words.map(unmarked).join("\n"), links };
}

/** What a chat is told of the brake, in words and figures. */
export function brakeMessage({ name, isOn, signs }: BrakeNews): ChatMessage {
  const { complaints, wrong, copies, answers } = signs;
  const hour = `In the last hour: ${complaints} complaints about answers, ${wrong} answers found wrong, ${copies} near-copies, of ${answers} answers.`;
  const text = isOn
    ? `Fanswer has stopped the community “${name}”: only staff take posts. ${hour} Let it go on under Brake on the admin page.`
    : `The community “${name}” goes on: hardly anything went wrong since it was stopped. ${hour}`;
  return { text: unmarked(text), links: [] };
}

/**
 * The message in the form that the chat behind an address takes, told by the path that its addresses have: Discord's webhooks
 * (docs.discord.com, Execute Webhook), Teams' workflows and connectors (a card; learn.microsoft.com, Create incoming webhooks), else the one
 * that Slack, Mattermost, Rocket.Chat and Google Chat take alike.
 */
export function chatBody(url: string, { text, links }: ChatMessage): unknown {
  const { pathname } = new URL(url);
  const whole = [text, ...links].join("\n");
  // Nobody may be called, and no page is shown beside it.
  if (/^\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+\/?$/.test(pathname)) return { content: whole, allowed_mentions: { parse: [] }, flags: 4 };
  if (/\/workflows\/[^/]+\/triggers\/|\/IncomingWebhook\//.test(pathname)) return teamsMessage(text, links);
  return { text: whole };
}

/** A card whose words are runs of text, which Teams reads no markup in. */
function teamsMessage(text: string, links: readonly string[]): unknown {
  const lines = text.split("\n").map((line) => ({ type: "RichTextBlock", inlines: [{ type: "TextRun", text: line }] }));
  const actions = links.map((url, index) => ({ type: "Action.OpenUrl", title: index === 0 ? "Open the post" : "Open the reply", url }));
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.2",
    body: lines,
    actions,
  };
  return { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] };
}
