import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { DataRequest } from "../../lib/schema/erasure.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RightsActions } from "./actions.ts";

interface RequestsProps {
  actions: RightsActions;
  /** Takes one into the form. */
  onPick: (request: DataRequest) => void;
}

/** What authors ask on the public page, and where that page is. */
export function Requests({ actions, onPick }: RequestsProps) {
  const [found, setFound] = useState<Awaited<ReturnType<RightsActions["listRequests"]>> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fail = (thrown: unknown) => setProblem(askedErrorText(errorCode(thrown)));
  const load = () => actions.listRequests().then(setFound, fail);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => void load(), []);
  if (problem !== null) return <Notice tone="danger">{problem}</Notice>;
  if (found === null) return null;
  return (
    <>
      <p>
        {i18n.t("erase.notice")} <bdi>{found.notice}</bdi>
      </p>
      {found.requests.length === 0 && <p class="quiet">{i18n.t("erase.noRequests")}</p>}
      <ol class="audit-lines" aria-label={i18n.t("erase.requests")}>
        {found.requests.map((request) => (
          <li key={request.id}>
            <p class="row">
              <time class="quiet" dateTime={request.at}>
                {timeText(request.at)}
              </time>
              <span>{i18n.t(`site.${request.site}`)}</span>
              <bdi class="strong">{request.author}</bdi>
            </p>
            {request.note !== "" && <p dir="auto">{request.note}</p>}
            <div class="row">
              <Button onClick={() => onPick(request)}>{i18n.t("erase.pick")}</Button>
              <Button look="quiet" onClick={() => void actions.settleRequest(request.id).then(load, fail)}>
                {i18n.t("erase.settle")}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
