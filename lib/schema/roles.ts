import * as v from "valibot";

/** What people may do. A role is a set of these, and nothing else asks for a role by name. */
const abilities = [
  /** Has a place of their own: their name, what they say of themselves, their devices, leaving. */
  "belong",
  /** Has the posts, the keyword lists and the answers of the workspace on their device. */
  "readPosts",
  /** Reports posts and what their authors write later. */
  "report",
  /** Takes posts of the community, answers, sets aside and hands on. */
  "answer",
  /** Says a word on the drafts of others. */
  "review",
  /** What they decide about a post is done at once, whatever their level; a newcomer's waits for a second one who says the same. */
  "decideAlone",
  /** Answers without being read by others first; one such approval is enough for a newcomer's draft. */
  "answerUnread",
  /** Does as much in an hour, and holds as many posts, as who works here all day, whatever their level. */
  "workAllDay",
  /** Is one of staff: works on what was handed to them, sees each other's words there, corrects scores, reads a post's history. */
  "triage",
  /** Gives posts to somebody of staff, and is somebody to give them to. */
  "assign",
  /** Works for the brand, and says so in public; the others say that they are customers. */
  "speakForBrand",
  /** Sees who did what in the last day, and the names of everybody. */
  "seePeople",
  /** Sees the list of members, and pauses newcomers. */
  "pauseNewcomers",
  /** Stops the whole community from taking posts, and lets it go on. */
  "stopCommunity",
  /** Sees how many posts wait and were answered; no words of anybody. */
  "seeFigures",
  /** Invites, pauses, removes, and says who has which role and trust. */
  "managePeople",
  /** Reads the log of decisions: who did what, and when. */
  "readLog",
  /** Erases what is held of somebody, and keeps the list of those who object. */
  "eraseData",
  "manageKeywords",
  "manageKnowledge",
  /** Triage settings, the clock, what replies must keep to, the language model. */
  "manageRules",
  "manageIntegrations",
] as const;
export type Ability = (typeof abilities)[number];

const advocate: readonly Ability[] = ["belong", "readPosts", "report", "answer", "review"];
const trusted: readonly Ability[] = [...advocate, "decideAlone", "answerUnread", "workAllDay"];

/** Every role, and what it may. A new one is a line here. */
const abilitiesOf = {
  advocate,
  moderator: [...trusted, "pauseNewcomers", "stopCommunity"],
  keyword_editor: [...advocate, "manageKeywords"],
  analyst: ["belong", "seeFigures"],
  staff: [...trusted, "triage", "assign", "speakForBrand", "seePeople"],
  admin: abilities,
} as const satisfies Record<string, readonly Ability[]>;
export const roles = Object.keys(abilitiesOf) as [keyof typeof abilitiesOf, ...(keyof typeof abilitiesOf)[]];
export const Role = v.picklist(roles);
export type Role = v.InferOutput<typeof Role>;

/** A role as a server says it, which may be newer than this version and have roles that this one does not know. */
export const RoleName = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** Whether this version knows what the role may. */
export const isRole = (role: string): role is Role => Object.hasOwn(abilitiesOf, role);

/** Whether the member's role has this ability. A role that this version does not know has none. */
export function can({ role }: { readonly role: string }, ability: Ability): boolean {
  return isRole(role) && (abilitiesOf[role] as readonly Ability[]).includes(ability);
}

/** Every role that has this ability. */
export const rolesThat = (ability: Ability): readonly Role[] => roles.filter((role) => can({ role }, ability));

/** Whether a member may themselves all that this role may. */
export function mayAllOf(member: { readonly role: string }, role: string): boolean {
  return isRole(role) && (abilitiesOf[role] as readonly Ability[]).every((ability) => can(member, ability));
}

/** The roles that a member may give: who manages people gives what they may themselves, and nothing beyond. */
export const rolesToGive = (member: { readonly role: string }): readonly Role[] =>
  can(member, "managePeople") ? roles.filter((role) => mayAllOf(member, role)) : [];

/** Whether members of these roles are shown the same of a workspace's posts. */
export function seeTheSame(one: { readonly role: string }, other: { readonly role: string }): boolean {
  return (["readPosts", "triage"] as const).every((ability) => can(one, ability) === can(other, ability));
}
