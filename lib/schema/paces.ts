import type { OperationName } from "./operations.ts";
import { can, managesAnything } from "./roles.ts";
import type { Member } from "./workspace.ts";

/** What is counted for each member: every operation, posts that are added by hand apart from those a page showed, and the requests beside them. */
export type Paced = OperationName | "report.by_hand" | "handled" | "draft";

/** How much of a kind a member may do in an hour: a newcomer, levels 1 to 3, and who works for the brand; and why so much. */
interface Pace {
  readonly perHour: readonly [newcomer: number, level1: number, level2: number, level3: number, brand: number];
  readonly why: string;
}

const pace = (why: string, ...perHour: Pace["perHour"]): Pace => ({ why, perHour });
/** For what needs a role: levels do not matter. */
const forRoles = (why: string, perHour: number): Pace => pace(why, perHour, perHour, perHour, perHour, perHour);

const people = "Nobody answers faster than one post in three minutes for an hour.";
const words = "A word on somebody's draft takes a minute of reading.";
const settings = "Settings are changed by hand.";
const lists = "A page asks for it whenever it is opened.";

/**
 * Limits until trust rests on evidence. They are far above what people do in an hour and far below what a program does in a minute. What is over the
 * limit is refused with `too_many` and the time from which it works again; devices keep it until then. A new operation does not compile without a row.
 */
const paces: Readonly<Record<Paced, Pace>> = {
  "mention.report": pace(
    "A search page shows some dozens of posts; what is more waits a little and loses nothing.",
    60,
    600,
    900,
    1_200,
    2_400,
  ),
  "report.by_hand": pace("Somebody copies the link and the words of each, and no keyword speaks for it.", 10, 30, 60, 60, 200),
  "mention.get": pace("Opening a card whose post the device does not hold.", 120, 300, 600, 600, 1_200),
  "mention.look": pace("Each raises the workspace's revision; one looks at a post for some seconds.", 120, 300, 600, 600, 1_800),
  handled: pace("A page that is scrolled asks for a hundred posts at once.", 600, 1_200, 1_200, 1_200, 2_400),
  "claim.take": pace(people, 20, 60, 120, 240, 1_200),
  "claim.next": pace(people, 20, 60, 120, 240, 1_200),
  "claim.heartbeat": pace("Twice a minute for each post that one may hold, and as much again.", 240, 720, 720, 2_400, 2_400),
  "claim.renew": pace(people, 20, 60, 120, 240, 1_200),
  "claim.release": pace(people, 20, 60, 120, 240, 1_200),
  "draft.save": pace("Saved at each pause of the typing.", 600, 1_200, 1_800, 1_800, 3_600),
  draft: pace("Each costs the workspace money at its language model.", 20, 60, 100, 120, 300),
  "suggestion.reject": pace("A few for each post that one answers; more would push out what others taught.", 30, 60, 120, 240, 600),
  "review.request": pace(people, 20, 60, 120, 240, 600),
  "review.accept": pace(people, 20, 60, 120, 240, 600),
  "review.approve": pace(words, 10, 60, 90, 120, 600),
  "review.reject": pace(words, 10, 60, 90, 120, 600),
  "review.suggest": pace(words, 10, 60, 90, 120, 600),
  "reply.posted": pace("Each takes a post out of the queue, on a member's word.", 10, 20, 40, 80, 1_200),
  "mention.dismiss": pace("Each takes a post out of the queue; a newcomer's is a proposal.", 15, 30, 60, 100, 1_200),
  "mention.route": pace("Each puts a post before staff; a newcomer's is a proposal.", 10, 20, 40, 60, 1_200),
  "mention.reopen": pace("As often as one sets aside, since it is the undo of that.", 15, 30, 60, 100, 1_200),
  "mention.follow_up": pace("Authors who write again below answers that one reads.", 15, 30, 60, 100, 600),
  "mention.overrule": forRoles("Staff at work in the side panel.", 1_200),
  "mention.assign": forRoles("Staff at work in the side panel, also with many at once.", 1_200),
  "mention.merge": forRoles("Staff at work in the side panel, also with many at once.", 600),
  "mention.history": forRoles("Asked for with each row that is opened.", 2_400),
  "member.list": forRoles(lists, 600),
  "triage.push": forRoles(settings, 120),
  "clock.save": forRoles(settings, 120),
  "answering.set": forRoles(settings, 120),
  "model.set": forRoles(settings, 120),
  "model.remove": forRoles(settings, 120),
  "disclosure.gaps": forRoles(lists, 600),
  "model.read": forRoles(lists, 600),
  "keywords.part": forRoles("A long list is pushed in up to 25 parts.", 1_500),
  "keywords.push": forRoles("A list is pushed after each change that somebody tries.", 240),
  "knowledge.save": forRoles("Typed one by one, or a file in parts of 200.", 600),
  "knowledge.remove": forRoles("One by one.", 600),
  "integration.save": forRoles(settings, 120),
  "integration.remove": forRoles(settings, 120),
  "integration.list": forRoles(lists, 1_200),
  "integration.test": forRoles("Each calls another system.", 120),
  "delivery.list": forRoles(lists, 1_200),
  "delivery.replay": forRoles("Each calls another system.", 600),
  "invitation.create": forRoles("A community that is invited one by one.", 300),
};

/** How much of `kind` this member may do in an hour. */
export function perHour(kind: Paced, member: Pick<Member, "role" | "level">): number {
  const { perHour: limits } = paces[kind];
  if (can(member, "triage") || managesAnything(member)) return limits[4];
  return limits[Math.min(Math.max(member.level, 0), 3)] ?? limits[0];
}

export const pacedKinds = Object.keys(paces) as Paced[];
