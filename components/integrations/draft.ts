import type { Integration, IntegrationChange, MentionEvent, Target } from "../../lib/schema/integration.ts";

export type Kind = Target["kind"];
export const kinds = ["zendesk", "chatwoot", "zammad", "webhook", "chat"] as const satisfies readonly Kind[];

/** What each kind wants to know besides the secret. */
export const kindFields = {
  zendesk: ["address", "user"],
  chatwoot: ["address", "account", "inbox"],
  zammad: ["address", "group", "customer"],
  webhook: ["address"],
  chat: [],
} as const satisfies Record<Kind, readonly string[]>;
type FieldName = (typeof kindFields)[Kind][number];

/** A connection as it stands in the form's boxes. */
export interface IntegrationDraft {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  /** The token or secret as it was typed. Empty: the server keeps the one that it has. */
  readonly secret: string;
  readonly events: readonly MentionEvent[];
  readonly enabled: boolean;
}

/** A fresh one; a webhook signs with a secret that is made here and shown this once. */
export function newDraft(id: string, kind: Kind, name: string, secret: string): IntegrationDraft {
  return { id, kind, name, values: {}, secret: kind === "webhook" ? secret : "", events: ["escalated", "clock_warning"], enabled: true };
}

export function integrationDraft({ id, name, target, events, enabled }: Integration): IntegrationDraft {
  const { kind, ...rest } = target;
  const values = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, String(value)]));
  return { id, kind, name, values, secret: "", events, enabled };
}

const numeric: ReadonlySet<string> = new Set(["account", "inbox"]);

/** What is to be saved; its form is checked by `isIntegrationChange`. */
export function changeOf({ id, kind, name, values, secret, events, enabled }: IntegrationDraft): Record<keyof IntegrationChange, unknown> {
  const fields = kindFields[kind].map((field) => [field, numeric.has(field) ? Number(values[field]) : (values[field] ?? "").trim()]);
  const target = { kind, ...Object.fromEntries(fields) };
  return { id, name: name.trim(), target, events: [...events], enabled, secret: secret.trim() === "" ? null : secret.trim() };
}

/** A signing secret after Standard Webhooks, from 24 random bytes. */
export function signingSecret(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
