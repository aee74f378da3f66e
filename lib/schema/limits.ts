/** Bounds and names that a content script needs too, apart from the validators so that it need not carry those. */

/** What of a post's text a device looks at, in UTF-16 units. A longer one is cut before matching. */
export const maxPostText = 10_000;

/** What of a post's text may leave the device, in UTF-16 units. */
export const maxExcerpt = 280;

/** How far "near" reaches, in words. */
export const contextWords = 8;

/** The id of the mention that a post becomes in a workspace. */
export function mentionId(site: string, postId: string): string {
  return `${site}:${postId}`;
}

/** The longest id of a post on its site, and of the mention that it becomes, in UTF-16 units. */
export const longestPostId = 200;
export const longestMentionId = 220;
/** The longest source of a suggestion: `reply/` and the mention that it once answered; ids of knowledge items are shorter. */
export const longestSource = 6 + longestMentionId;

/** The longest text that people write here: a draft, a reply, what a reviewer would post instead. No site takes a longer one. */
export const longestText = 10_000;
/** The longest text that answers on record are looked for by. */
export const longestSearch = 200;
/** The longest text that a post is found by: the terms of its excerpt, which pairs of letters may double. */
export const longestAsked = 2_000;
/** The longest name of a person, keyword, list or label. */
export const longestName = 80;
export const longestLabel = 200;

/** The highest number that a site's count is believed to be: beyond all people there are it says nothing more. */
export const mostCounted = 1_000_000_000_000;
/** The highest version of a list or of settings: what a column of four bytes holds, less one for the next. */
export const highestVersion = 2_147_483_646;

/**
 * How much there may be of something, so that one member can fill no row, table or socket; each well above what people do.
 * Of one mention: keywords that found it, words staff laid over it, reviews of its drafts, later posts of its author, lines of history shown.
 */
export const mostOf = {
  hits: 20,
  labels: 20,
  verdicts: 50,
  reviews: 200,
  followUps: 20,
  /** Published answers in one member's list of second looks: those that wait for their word, and their own that were found wrong. */
  looks: 20,
  /** Open proposals on one mention: when a second member says the same it is done, so there is seldom more than one of each kind. */
  opinions: 10,
  /** Posts that one taking back moves: more than a newcomer reaches in a day. */
  takenBack: 2_000,
  /** Members whose doings are listed, and takings back that were not undone. */
  listedDoings: 200,
  takeBacks: 20,
  history: 200,
  /** People who are shown as looking at one mention; and mentions that one member is shown at. */
  presentAtMention: 20,
  presentOfMember: 20,
  /** Members of a workspace. */
  members: 20_000,
  integrations: 20,
  lists: 50,
  /** Knowledge items of a workspace, with those taken out in the last 60 days. */
  knowledge: 10_000,
  /** Answers that members proposed and nobody decided about: of a workspace, and of one member. */
  proposals: 200,
  proposalsOfMember: 20,
  /** Solved topics of a forum, the latest, that become knowledge. */
  forumTopics: 2_000,
  /** Invitations that may still be used: each lasts for at most 90 days. */
  invitations: 1_000,
  /** Devices of one member that are let in. */
  devices: 20,
  /** Drafts of one member that were not posted: a device mirrors all of its own. */
  drafts: 500,
  /** Topics of a community to choose from, and of one member. */
  topics: 30,
  /** Parts of lists that a device has sent ahead for pushes to come: four of the longest lists. */
  parts: 100,
  /** Languages with a disclosure of their own. */
  disclosures: 60,
  /** Lines of the delivery log in one answer, knowledge items in one request. */
  loggedDeliveries: 100,
  savedItems: 200,
  /** Posts that a member who asks for the next one does not want. */
  excepted: 100,
} as const;

/** How many communities one browser takes part in: each has a socket, a queue and a share of what the tabs look for. */
export const mostCommunities = 8;

/** How many keyword entries, of all workspaces together, a server holds ready to check reports with: some hundred bytes each. */
export const mostCheckedEntries = 200_000;

/** How many texts whose post their author no longer holds a device keeps: more than anybody looks through. */
export const keptTexts = 50;

/** How many characters of the post stay with such a text: its member knows it by these, and no more of a stranger's words outlives the post. */
export const keptWords = 60;

/** For how many posts a device keeps what it showed to a member who is asked each time: as many as have such a card open in their tabs, and some. */
export const keptOffers = 10;

/** How many mentions a device holds besides its own: of what waits (the best), and of what was closed (the latest; for staff). */
export const mostHeld = { queue: 500, closed: 200 } as const;

/** How many answers that were given a workspace keeps to learn from, on the server and on the devices. */
export const keptPrecedents = 2000;
/** How many of these may be one member's: half of them, so that the answers of others stay. */
export const keptPrecedentsOfMember = keptPrecedents / 2;
/** How many refusals of suggestions a workspace keeps, and how many of them of one member: they only rank a few sources lower. */
export const keptRejections = { workspace: 500, member: 50 } as const;

/** How a crowd comes back after an outage: so many devices a second (each then asks once), within these times. */
export const spread = { devicesPerSecond: 40, leastMs: 1_000, mostMs: 300_000 } as const;

/** How many sockets a device, a member and a workspace may hold on one server, of which the oldest goes for a new one; and how many there may be that have not said yet whose they are. */
export const mostSockets = { device: 3, member: 30, workspace: 25_000, unnamed: 1_000 } as const;

/** A device further behind than so many revisions starts over: that sends less. */
export const behindRevisions = 5_000;

/**
 * How long the server keeps, in days: closed mentions, those that nobody took and answered (longer than anybody waits for an answer), the fact that
 * they were removed, answers to operations, what other systems were told or could not be told, the audit log.
 */
export const keptDays = {
  closed: 30,
  unanswered: 90,
  removals: 60,
  operations: 90,
  deliveries: 30,
  audit: 730,
  points: 365,
  proposals: 60,
  uses: 365,
  /** Two years, and the month in which they began. */
  figures: 762,
} as const;

/** From which score on a post is about danger, and how far the nights may move that; also of settings from before there was a threshold. */
export const usualDanger = { value: 0.5, least: 0.4, most: 0.65 } as const;
