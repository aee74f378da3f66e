import * as v from "valibot";
import type { Target } from "../../lib/schema/integration.ts";
import { CallError, type Outbound } from "../egress/outbound.ts";
import { type Desk, jsonApi, statesOneByOne, type Ticket } from "./desk.ts";
import { holdsTemplate } from "./templates.ts";

const ContactInbox = v.object({ source_id: v.string() });
const Contact = v.object({
  id: v.number(),
  identifier: v.nullish(v.string()),
  contact_inboxes: v.optional(v.array(v.object({ ...ContactInbox.entries, inbox: v.object({ id: v.number() }) })), []),
});
const Created = v.object({ payload: v.object({ contact: Contact, contact_inbox: ContactInbox }) });
const Contacts = v.object({ payload: v.array(Contact) });
const Conversation = v.object({ id: v.number(), status: v.optional(v.string(), "open") });
const Conversations = v.object({ payload: v.array(Conversation) });
const Message = v.object({ id: v.number() });
const Messages = v.object({ payload: v.array(v.object({ content: v.nullish(v.string()) })) });
const Toggled = v.object({ payload: v.object({ success: v.boolean() }) });
const Profile = v.object({ id: v.number() });

/**
 * Chatwoot's Application API (developers.chatwoot.com: Contacts, Conversations, Messages) with an inbox of the kind "API". Each mention
 * is a contact of its own with our key as its identifier, which Chatwoot keeps unique: so one that exists is found, never made twice.
 */
export function chatwoot(call: Outbound, { address, account, inbox }: Extract<Target, { kind: "chatwoot" }>, token: string): Desk {
  const authorization = { api_access_token: token };
  const api = jsonApi(call, `${address}/api/v1/accounts/${account}`, authorization);
  const ticketOf = (id: number): Ticket => ({ id: String(id), url: `${address}/app/accounts/${account}/conversations/${id}` });
  const contactOf = async (key: string) => {
    const { payload } = await api("GET", `/contacts/search?q=${encodeURIComponent(key)}`, Contacts);
    return payload.find(({ identifier }) => identifier === key) ?? null;
  };
  const conversationOf = async (contactId: number) => (await api("GET", `/contacts/${contactId}/conversations`, Conversations)).payload[0];
  const write = (id: number | string, content: string, type: "incoming" | "outgoing", isPrivate: boolean) =>
    api("POST", `/conversations/${id}/messages`, Message, { content, message_type: type, private: isPrivate });
  /**
   * Chatwoot renders what goes out as Liquid, private notes too, and has no way to write braces that holds beside its own handling of
   * code marks. What comes in it leaves alone, so a note with braces in it comes in: private as the others, in the contact's name.
   */
  const writeNote = (id: number | string, text: string) =>
    // Agents are called by links of this kind, which is not for strangers to do.
    write(id, text.replace(/mention:\/\//gi, "mention:\u200b//"), holdsTemplate(text) ? "incoming" : "outgoing", true);
  const sourceOf = async (key: string, name: string) => {
    const known = await contactOf(key);
    if (known === null) {
      const { payload } = await api("POST", "/contacts", Created, { inbox_id: inbox, name, identifier: key });
      return { contactId: payload.contact.id, sourceId: payload.contact_inbox.source_id };
    }
    const sourceId = known.contact_inboxes.find(({ inbox: of }) => of.id === inbox)?.source_id;
    if (sourceId === undefined) throw new CallError("malformed");
    return { contactId: known.id, sourceId };
  };
  const has = async (id: string | number, mark: string) => {
    const { payload } = await api("GET", `/conversations/${id}/messages`, Messages);
    return payload.some(({ content }) => content?.includes(mark));
  };
  /** A conversation is begun with nothing in it; until its note stands, its opening is not done. */
  const fill = async (id: number, { post, note, key }: { post: string; note: string; key: string }) => {
    if (!(await has(id, post))) await write(id, post, "incoming", false);
    if (!(await has(id, key))) await writeNote(id, note);
  };
  return {
    async check() {
      await jsonApi(call, address, authorization)("GET", "/api/v1/profile", Profile);
    },
    async find(key) {
      const contact = await contactOf(key);
      const conversation = contact && (await conversationOf(contact.id));
      return conversation && (await has(conversation.id, key)) ? ticketOf(conversation.id) : null;
    },
    async open(ticket) {
      const { contactId, sourceId } = await sourceOf(ticket.key, ticket.author);
      const begun = await conversationOf(contactId);
      const body = {
        source_id: sourceId,
        inbox_id: inbox,
        contact_id: contactId,
        status: "open",
        additional_attributes: { mail_subject: ticket.title },
      };
      const { id } = begun ?? (await api("POST", "/conversations", Conversation, body));
      await fill(id, ticket);
      return ticketOf(id);
    },
    hasNote: has,
    async note(id, text) {
      await writeNote(id, text);
    },
    async move(id, to) {
      await api("POST", `/conversations/${id}/toggle_status`, Toggled, { status: to === "closed" ? "resolved" : "open" });
    },
    states: (ids) => statesOneByOne(ids, async (id) => (await api("GET", `/conversations/${id}`, Conversation)).status === "resolved"),
  };
}
