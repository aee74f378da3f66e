import type { Mention } from "../schema/mention.ts";
import type { Store } from "./database.ts";

/** `value` with the name of the person `id` gone from wherever it stands in it; the same value when it stands nowhere. */
function withoutName(value: unknown, id: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutName(item, id));
    return items.every((item, place) => item === value[place]) ? value : items;
  }
  if (typeof value !== "object" || value === null) return value;
  if ("id" in value && value.id === id && "name" in value) return { ...value, name: "" };
  const entries = Object.entries(value);
  const cleared = entries.map(([key, part]) => [key, withoutName(part, id)] as const);
  return cleared.every(([, part], place) => part === entries[place]?.[1]) ? value : Object.fromEntries(cleared);
}

/** Somebody is no longer a member: the posts that this device holds name them no more. */
export async function forgetName({ mentions }: Pick<Store, "mentions">, memberId: string): Promise<void> {
  const rows = await mentions.toArray();
  const moved = rows.filter((row) => withoutName(row, memberId) !== row).map((row) => withoutName(row, memberId) as Mention);
  await mentions.bulkPut(moved);
}
