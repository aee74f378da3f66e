import { i18n } from "#i18n";
import { type OwnWeeks, weekCounts } from "../../lib/schema/own-work.ts";

/** This week against the last. */
export function WeeksSection({ own }: { own: OwnWeeks }) {
  return (
    <section class="stack">
      <h2>{i18n.t("you.weeks.title")}</h2>
      <table class="weeks">
        <thead>
          <tr>
            <td />
            <th scope="col">{i18n.t("you.weeks.week")}</th>
            <th scope="col">{i18n.t("you.weeks.last")}</th>
          </tr>
        </thead>
        <tbody>
          {weekCounts.map((what) => (
            <tr key={what}>
              <th scope="row">{i18n.t(`you.weeks.${what}`)}</th>
              <td>{own[what].week}</td>
              <td>{own[what].last}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{i18n.t("you.weeks.hint")}</p>
    </section>
  );
}
