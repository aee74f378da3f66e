import { ChevronLeft, ChevronRight } from "lucide-preact";
import { i18n } from "#i18n";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import type { MemberPage } from "../../lib/schema/people.ts";
import { IconButton } from "../ui/button.tsx";
import { stepsOf } from "./query.ts";

const number = inOwnLanguage((language) => new Intl.NumberFormat(language));

interface PageStepsProps {
  from: number;
  page: MemberPage;
  onGo: (from: number) => void;
}

/** Which part of the list this is, and the way to the parts beside it. */
export function PageSteps({ from, page, onGo }: PageStepsProps) {
  const { first, last, before, after } = stepsOf(from, page);
  const [start, end, total] = [first, last, page.total].map((each) => number().format(each));
  if (before === null && after === null) return null;
  return (
    <div class="row people-steps">
      <IconButton icon={ChevronLeft} turns label={i18n.t("members.before")} off={before === null} onClick={() => onGo(before ?? 0)} />
      <span class="quiet">{i18n.t("members.range", { first: start ?? "", last: end ?? "", total: total ?? "" })}</span>
      <IconButton icon={ChevronRight} turns label={i18n.t("members.after")} off={after === null} onClick={() => onGo(after ?? from)} />
    </div>
  );
}
