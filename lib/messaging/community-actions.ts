import { ask } from "./ask.ts";
import { openOwnPage } from "./open-own-page.ts";

/** What pages of ours do with the communities of this device. */
export const communityActions = {
  choose: (community: string) => void ask("community.choose", { community }),
  forget: (community: string) => void ask("session.leave", "device", community),
  joinAnother: () => void openOwnPage("welcome", "another"),
};
