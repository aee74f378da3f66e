import { i18n } from "#i18n";
import { type LevelTerms, levels, levelText, newAtLevel } from "../../lib/i18n/level-text.ts";

/** What each level may, for everybody to see. */
export function LevelTable({ terms }: { terms: LevelTerms }) {
  return (
    <>
      <p class="hint">{i18n.t("levels.hint")}</p>
      <table class="level-table">
        <thead>
          <tr>
            <th scope="col">{i18n.t("levels.level")}</th>
            <th scope="col">{i18n.t("levels.mayHead")}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{levelText(level)}</th>
              <td>{newAtLevel(level, terms).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
