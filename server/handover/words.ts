import type { MentionEvent } from "../../lib/schema/integration.ts";
import type { HistoryEntry, Mention } from "../../lib/schema/mention.ts";
import type { Person } from "../../lib/schema/person.ts";
import { profiles } from "../../lib/sites/profiles.ts";

/** What other systems are told, in English: the server does not know who reads it there. */

const lines: Readonly<Record<Mention["route"], string>> = {
  community: "the community",
  first_line: "the first line",
  second_line: "the second line",
};

/** Strangers' words on one line: no control or direction marks, at most `most` characters. */
export function plainLine(text: string, most: number): string {
  const clean = text
    .replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return cut(clean, most);
}

/** At most `most` characters, with an ellipsis where some are left out. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** What a member is called; who is no longer one has no name. */
const memberName = ({ name }: Pick<Person, "name">): string => name || "a former member";

/** Who wrote the post. */
export function authorOf({ author }: Mention): string {
  return plainLine(author.name ?? author.handle ?? "Someone", 60) || "Someone";
}

export function titleOf(mention: Mention): string {
  return `${profiles[mention.site].name}: ${authorOf(mention)}: ${plainLine(mention.excerpt, 80)}`;
}

export function postOf({ excerpt, partial }: Mention): string {
  return partial ? `${excerpt} […]` : excerpt;
}

/** The reasons of triage for the post's route, with the words that it found. */
export function reasonsLine({ triage }: Mention): string {
  return triage.reasons
    .map(({ code, words }) => (words.length === 0 ? code.replaceAll("_", " ") : `${code.replaceAll("_", " ")} (“${words.join("”, “")}”)`))
    .join(", ");
}

function historyLine({ at, who, action, detail }: HistoryEntry): string {
  const facts = Object.values(detail).join(", ");
  return `${at.slice(0, 16).replace("T", " ")} ${who === null ? "Fanswer" : memberName({ name: who })}: ${action}${facts === "" ? "" : ` (${facts})`}`;
}

const optional = (label: string, text: string | null | undefined): string[] => (text ? [`${label}: ${text}`] : []);

/** All that an agent needs who has only the ticket. `key` stands at its end, so that the ticket can be found by it. */
export function noteOf(mention: Mention, history: readonly HistoryEntry[], key: string): string {
  const { permalink, route, note, dueAt, labels, draft } = mention;
  return [
    `Handed to ${lines[route]} by Fanswer.`,
    ...optional("Post", permalink),
    ...optional("Why", reasonsLine(mention)),
    ...optional("Note", note),
    ...optional("Matched", labels.join(", ")),
    `First answer due: ${dueAt.slice(0, 16).replace("T", " ")} UTC`,
    ...(draft ? ["", `Draft by ${memberName(draft.author)}:`, draft.text] : []),
    ...(history.length > 0 ? ["", "So far (UTC):", ...history.map(historyLine)] : []),
    "",
    mark(key),
  ].join("\n");
}

/** What has happened since, for a ticket or a chat. */
export function sentenceOf(mention: Mention, event: MentionEvent): string {
  const { reply, route, note } = mention;
  switch (event) {
    case "escalated":
      return `Waits for ${lines[route]}.${note ? ` Note: ${note}` : ""}`;
    case "answered":
      return reply
        ? `Answered on the site by ${memberName(reply.author)}${reply.url ? `, ${reply.url}` : ""}:\n${reply.text}`
        : "Answered on the site.";
    case "dismissed":
      return `Set aside${note ? `: ${note.replaceAll("_", " ")}` : ""}.`;
    case "returned":
      return "Given back to the community.";
    case "gone":
      return "The post was deleted on the site.";
    case "clock_warning":
      return `The first answer is due at ${mention.dueAt.slice(11, 16)} UTC.`;
    case "follow_up":
      return mention.followUp ? `The author wrote again: ${mention.followUp.text}` : "The author wrote again.";
  }
}

/** The mark by which a note of ours is recognized in a ticket. */
export function mark(key: string): string {
  return `[fanswer ${key}]`;
}
