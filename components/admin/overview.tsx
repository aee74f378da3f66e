import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { clockOf, liveClaim } from "../../lib/state/clock.ts";

const percent = new Intl.NumberFormat(undefined, { style: "percent" });

/** Where the posts on this device stand, as four numbers. */
export function Overview({ mentions, nowMs }: { mentions: readonly Mention[]; nowMs: number }) {
  const live = mentions.filter((mention) => clockOf(mention, nowMs) !== null);
  const onIt = live.filter((mention) => liveClaim(mention, nowMs) !== null);
  const free = live.filter((mention) => liveClaim(mention, nowMs) === null);
  const waiting = free.filter((mention) => mention.route === "community");
  const late = waiting.filter((mention) => clockOf(mention, nowMs)?.level === "over").length;
  const answered = mentions.filter((mention) => mention.status === "answered").length;
  const share = mentions.length === 0 ? null : percent.format(answered / mentions.length);
  return (
    <>
      <p class="quiet lead">{i18n.t("admin.overviewHint")}</p>
      <dl class="numbers">
        <Figure
          name={i18n.t("admin.waiting")}
          value={waiting.length}
          note={late === 0 ? i18n.t("admin.noneLate") : i18n.t("admin.lateOf", late)}
        />
        <Figure name={i18n.t("admin.onIt")} value={onIt.length} />
        <Figure name={i18n.t("admin.withStaff")} value={free.length - waiting.length} />
        <Figure
          name={i18n.t("admin.answered")}
          value={answered}
          {...(share !== null && { note: i18n.t("admin.answeredShare", { percent: share }) })}
        />
      </dl>
    </>
  );
}

function Figure({ name, value, note }: { name: string; value: number; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="figure">{value}</dd>
      {note && <dd class="quiet">{note}</dd>}
    </div>
  );
}
