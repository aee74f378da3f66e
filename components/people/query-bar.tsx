import { i18n } from "#i18n";
import { roleText } from "../../lib/i18n/role-text.ts";
import { type MemberQuery, memberOrders, standings } from "../../lib/schema/people.ts";
import { roles } from "../../lib/schema/roles.ts";
import { Field } from "../ui/field.tsx";
import { Pick } from "../ui/pick.tsx";

interface QueryBarProps {
  query: MemberQuery;
  onAsk: (change: Partial<MemberQuery>) => void;
}

/** Whom the list shows, and in which order. */
export function QueryBar({ query, onAsk }: QueryBarProps) {
  return (
    <search class="people-query">
      <Field label={i18n.t("members.find")} value={query.search} onInput={(text) => onAsk({ search: text.slice(0, 80) })} />
      <div class="row">
        <Pick
          label={i18n.t("members.anyRole")}
          value={query.role}
          options={roles.map((role) => [role, roleText(role)])}
          onPick={(role) => onAsk({ role })}
        />
        <Pick
          label={i18n.t("members.anyStanding")}
          value={query.standing}
          options={standings.map((standing) => [standing, i18n.t(`members.standing.${standing}`)])}
          onPick={(standing) => onAsk({ standing })}
        />
        <select
          class="input"
          aria-label={i18n.t("members.sort")}
          value={query.order}
          onChange={(event) => onAsk({ order: memberOrders.find((order) => order === event.currentTarget.value) ?? "name" })}
        >
          {memberOrders.map((order) => (
            <option key={order} value={order}>
              {i18n.t(`members.order.${order}`)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
