import * as v from "valibot";

/** What people may do. A role is a set of these, and nothing else asks for a role by name. */
const abilities = [
  /** Reports posts and what their authors write later. */
  "report",
  /** Takes posts of the community, answers, sets aside and hands on. */
  "answer",
  /** Says a word on the drafts of others. */
  "review",
  /** Works on what was handed to staff: the side panel, the scores, a post's history. */
  "triage",
  /** Gives posts to somebody of staff, and is somebody to give them to. */
  "assign",
  /** Works for the brand, and says so in public; the others say that they are customers. */
  "speakForBrand",
  /** Answers without being read by others first; one such approval is enough for a newcomer's draft. */
  "answerUnread",
  "seePeople",
  "managePeople",
  "manageKeywords",
  "manageKnowledge",
  /** Triage settings, the clock, what replies must keep to, the language model. */
  "manageRules",
  "manageIntegrations",
] as const;
export type Ability = (typeof abilities)[number];

const advocate: readonly Ability[] = ["report", "answer", "review"];
const staff: readonly Ability[] = [...advocate, "triage", "assign", "speakForBrand", "answerUnread", "seePeople"];
const admin: readonly Ability[] = abilities;

/** Every role, and what it may. A new one is a line here. */
const abilitiesOf = { advocate, staff, admin } as const;
export const roles = Object.keys(abilitiesOf) as [keyof typeof abilitiesOf, ...(keyof typeof abilitiesOf)[]];
export const Role = v.picklist(roles);
export type Role = v.InferOutput<typeof Role>;

/** Whether the member's role has this ability. A role that this version does not know has none. */
export function can({ role }: { readonly role: string }, ability: Ability): boolean {
  return Object.hasOwn(abilitiesOf, role) && abilitiesOf[role as Role].includes(ability);
}

/** Every role that has this ability. */
export const rolesThat = (ability: Ability): readonly Role[] => roles.filter((role) => can({ role }, ability));

/** Whether there is anything on the admin page for this member. */
export function managesAnything(member: { readonly role: string }): boolean {
  return abilities.some((ability) => ability.startsWith("manage") && can(member, ability));
}
