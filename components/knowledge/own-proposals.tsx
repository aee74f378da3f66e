import { i18n } from "#i18n";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import type { OwnProposal } from "../../lib/schema/proposals.ts";

/** What was decided longer ago is no news. */
const newsMs = 7 * 24 * 3_600_000;

interface OwnProposalsProps {
  proposals: readonly OwnProposal[];
  /** The server's time. */
  nowMs: number;
}

/** What became of the answers that the member proposed for the record; nothing while there is no news. */
export function OwnProposals({ proposals, nowMs }: OwnProposalsProps) {
  const news = proposals.filter(({ state, at }) => state !== "open" && nowMs - Date.parse(at) < newsMs);
  if (news.length === 0) return null;
  return (
    <section>
      <h2>{i18n.t("propose.own")}</h2>
      <ul class="list">
        {news.map((proposal) => (
          <li key={proposal.id}>{outcomeText(proposal)}</li>
        ))}
      </ul>
    </section>
  );
}

function outcomeText({ state, title: whole, reason, note }: OwnProposal): string {
  const title = oneLine(whole, 60);
  if (state === "accepted" || reason === null) return i18n.t("propose.accepted", { title });
  const why = i18n.t("propose.declined", { title, why: i18n.t(`propose.reason.${reason}`) });
  return note === "" ? why : `${why} ${i18n.t("propose.note", { note: oneLine(note, 280) })}`;
}
