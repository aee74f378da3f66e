import { can, mayAllOf } from "./roles.ts";
import type { Member } from "./workspace.ts";

/** Whether one member may pause another: who manages people anybody, others newcomers who may nothing that they may not themselves. */
export function mayPause(member: Pick<Member, "role">, other: Pick<Member, "role" | "level">): boolean {
  if (can(member, "managePeople")) return true;
  const isNewcomer = other.level === 0 && !can(other, "decideAlone");
  return can(member, "pauseNewcomers") && isNewcomer && mayAllOf(member, other.role);
}
