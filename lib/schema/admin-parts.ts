import { type Ability, can } from "./roles.ts";

/** The parts of the admin page, each with the ability without which it has nothing for a member. */
const partNeeds = {
  overview: "seeFigures",
  figures: "seeFigures",
  brand: "manageRules",
  keywords: "manageKeywords",
  rules: "manageRules",
  knowledge: "manageKnowledge",
  answering: "manageRules",
  people: "pauseNewcomers",
  brake: "stopCommunity",
  clock: "manageRules",
  alerts: "manageRules",
  integrations: "manageIntegrations",
  forum: "manageIntegrations",
  data: "eraseData",
  audit: "readLog",
} as const satisfies Record<string, Ability>;
export type AdminPart = keyof typeof partNeeds;
export const adminParts = Object.keys(partNeeds) as AdminPart[];

/** The parts of the admin page that are there for this member; none: the page is not for them. */
export const partsFor = (member: { readonly role: string }): AdminPart[] => adminParts.filter((part) => can(member, partNeeds[part]));
