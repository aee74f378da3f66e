import { i18n } from "#i18n";
import { dateText } from "../../lib/i18n/day-text.ts";
import { mostPointsADay, type OwnPoints, type PointLine } from "../../lib/schema/points.ts";

/** What one's points are for, line by line. */
export function PointsSection({ own }: { own: OwnPoints }) {
  return (
    <section class="stack points">
      <h2>{i18n.t("you.points.title")}</h2>
      <p class="hint">{i18n.t("you.points.hint")}</p>
      {own.lines.length === 0 && <p>{i18n.t("you.points.none")}</p>}
      {own.lines.length > 0 && (
        <>
          <p class="strong">{i18n.t("you.points.sum", { total: own.total, week: own.week })}</p>
          <details>
            <summary>{i18n.t("you.points.lines")}</summary>
            <ul class="list">
              {own.lines.map((line) => (
                <li key={`${line.at} ${line.source} ${line.mentionId}`} class="row">
                  <Line line={line} />
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function Line({ line: { source, points, at, link } }: { line: PointLine }) {
  return (
    <>
      <div class="grow">
        {i18n.t(`you.points.${source}`)}
        <p class="hint">
          {dateText(at)}
          {points === 0 && ` · ${i18n.t("you.points.over", { count: mostPointsADay })}`}
          {link !== null && (
            <>
              {" · "}
              <a href={link} target="_blank" rel="noreferrer">
                {i18n.t("you.points.post")}
              </a>
            </>
          )}
        </p>
      </div>
      <bdi class="strong">{`+${points}`}</bdi>
    </>
  );
}
