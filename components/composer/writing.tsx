import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { levelsOf, needsReview } from "../../lib/schema/level-rules.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { checkReply, isRefusal } from "../../lib/suggest/checks.ts";
import { disclosureOf } from "../../lib/suggest/disclosure.ts";
import { surplusFrom } from "../../lib/suggest/length.ts";
import { Button } from "../ui/button.tsx";
import { Live } from "../ui/notice.tsx";
import type { AnswerProps } from "./actions.ts";
import { holdLeftMs, isSentBack, isUnread, problemsOf } from "./flow.ts";
import { Foot } from "./foot.tsx";
import { ModelDraft } from "./model-draft.tsx";
import { Offers } from "./offers.tsx";
import { Problems } from "./problems.tsx";
import { ReplyBox } from "./reply-box.tsx";

/** From here on a renewal is offered. */
const renewFromMs = 120_000;

/** Suggestions, draft, checks and the button that places it. */
export function Writing({ answering, nowMs, way }: AnswerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [finding, setFinding] = useState(false);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const flow = answering.flow.value;
  const { card } = flow;
  if (card === null) return null;
  const disclosure = disclosureOf(card, flow.text);
  const problems = problemsOf(flow, checkReply(card, flow.text));
  const surplus = surplusFrom(card.mention.site, flow.text, disclosure.line ?? "");
  const isOff = problems.some(isRefusal) || flow.busy !== null || isUnread(flow);
  const isLate = (holdLeftMs(card, nowMs) ?? 0) < renewFromMs;
  const canRenew = isLate && (card.mention.claim?.renewals ?? lease.renewals) < lease.renewals;
  return (
    <>
      <Offers answering={answering} box={box} finding={finding} onFinding={setFinding} />
      <ReplyBox
        boxRef={box}
        text={flow.text}
        marked={problems.filter(isRefusal).flatMap((problem) => problem.words)}
        surplusFrom={surplus}
        lang={card.mention.lang}
        onType={answering.type}
        onLeave={() => void answering.flush()}
        onFind={() => setFinding(true)}
      />
      <Foot flow={flow} card={card} disclosure={disclosure} onOwnLine={(line) => void answering.keepDisclosure(line)} />
      {card.languageModel !== null && (
        <ModelDraft flow={flow} onAsk={() => void answering.askModel()} onRead={answering.confirmModelDraft} />
      )}
      <Live text={surplus === null ? "" : i18n.t("composer.tooLongMarked")} />
      <Problems problems={problems} box={box} />
      <div class="row">
        <OnwardButton answering={answering} way={way} isOff={isOff} />
        {canRenew && (
          <Button off={flow.busy !== null} onClick={() => void answering.renew()}>
            {i18n.t("answer.renew")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Where the reply goes next: a newcomer's to those who read it first, any other to where it is posted. */
function OnwardButton({ answering, way, isOff }: Pick<AnswerProps, "answering" | "way"> & { isOff: boolean }) {
  const flow = answering.flow.value;
  if (flow.card && needsReview(flow.card.me, levelsOf(flow.card.workspace))) {
    return (
      <Button look="primary" off={isOff || isSentBack(flow)} onClick={() => void answering.sendForReview()}>
        {i18n.t("review.send")}
      </Button>
    );
  }
  return (
    <Button look="primary" off={isOff} onClick={() => void answering.place()}>
      {way === "copy" ? i18n.t("composer.copyReply") : i18n.t("composer.place")}
    </Button>
  );
}
