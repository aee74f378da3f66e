import { openOwnPage } from "../../messaging/open-own-page.ts";
import { openPost } from "../../messaging/open-post.ts";
import type { AlertKind } from "../../schema/alerts.ts";
import type { Mention } from "../../schema/mention.ts";
import { can } from "../../schema/roles.ts";
import type { AlertGroup } from "../../state/alerts.ts";
import { getMeta } from "../../store/meta.ts";
import type { WorkerContext } from "../context.ts";

type Going = Pick<WorkerContext, "awaitedCards" | "store">;

async function toCard({ awaitedCards }: Going, mentions: readonly Mention[]): Promise<void> {
  const [one] = mentions;
  const isOpened = mentions.length === 1 && one !== undefined && (await awaitedCards.open(one.id));
  if (!isOpened) await openOwnPage("popup");
}

/** The post with the answer and what its author wrote below. */
async function toPost(_: Going, [mention]: readonly Mention[]): Promise<void> {
  if (!mention || !(await openPost(mention.reply?.url ?? mention.permalink))) await openOwnPage("popup");
}

/** To the answers on record, for who may change them. */
async function toKnowledge({ store }: Going): Promise<void> {
  const member = (await getMeta(store, "account"))?.member;
  await (member && can(member, "manageKnowledge") ? openOwnPage("admin", "knowledge") : openOwnPage("popup"));
}

const toPopup = () => openOwnPage("popup");
const toPanel = () => openOwnPage("sidepanel");

/** Where a press on an alert of each kind leads. */
const ways: Readonly<Record<AlertKind, (context: Going, mentions: readonly Mention[]) => Promise<void>>> = {
  danger: toPanel,
  clock: toPanel,
  brake: () => openOwnPage("admin", "brake"),
  claim_ending: toCard,
  wrong: toCard,
  still_broken: toPost,
  draft_read: toCard,
  review: toPopup,
  post: toCard,
  item_ending: toKnowledge,
  drift: toPanel,
  thanks: toPost,
};

/** Goes where the work is that an alert told of. */
export async function goToAlert(context: Going, { kind, alerts }: AlertGroup): Promise<void> {
  await ways[kind](
    context,
    alerts.flatMap(({ mention }) => mention ?? []),
  );
}

/** "Not like this": the member is not told of this kind any more, on any of their devices. Rejects when the server cannot be told. */
export async function refuseKind({ store, ask }: Pick<WorkerContext, "store" | "ask">, kind: AlertKind): Promise<void> {
  const choices = (await getMeta(store, "account"))?.member.profile?.alerts;
  if (!choices || choices.off.includes(kind)) return;
  await ask("alerts.choose", { choices: { ...choices, off: [...choices.off, kind] } });
}
