import { Search } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { AuthorHeld, DataRequest, Erased, Receipt } from "../../lib/schema/erasure.ts";
import { type SiteId, siteIds } from "../../lib/schema/post.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { RightsActions } from "./actions.ts";
import { countsText } from "./erase-text.ts";
import { Requests } from "./requests.tsx";

/** Erases what is held of an author, and shows the receipts. */
export function EraseSection({ actions }: { actions: RightsActions }) {
  const [receipts, setReceipts] = useState<readonly Receipt[] | null>(null);
  const [wanted, setWanted] = useState<DataRequest | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fail = (thrown: unknown) => setProblem(askedErrorText(errorCode(thrown)));
  const load = () => actions.listErasures().then((found) => setReceipts(found.receipts), fail);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => void load(), []);
  return (
    <section class="stack rights-section" aria-labelledby="erase-title">
      <h2 id="erase-title">{i18n.t("erase.title")}</h2>
      <p class="quiet lead">{i18n.t("erase.hint")}</p>
      <Requests actions={actions} onPick={setWanted} />
      <EraseForm key={wanted?.id ?? ""} wanted={wanted} actions={actions} onErased={() => void load()} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {receipts === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {receipts?.length === 0 && <p class="quiet">{i18n.t("erase.noReceipts")}</p>}
      <ol class="audit-lines" aria-label={i18n.t("erase.receipts")}>
        {receipts?.map((receipt) => (
          <li key={receipt.number}>
            <ReceiptText receipt={receipt} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReceiptText({ receipt }: { receipt: Receipt }) {
  const { number, at, by, counts, isListed } = receipt;
  return (
    <>
      <p class="row">
        <code dir="ltr">{number}</code>
        <time class="quiet" dateTime={at}>
          {timeText(at)}
        </time>
        <bdi class="strong">{by === "" ? i18n.t("audit.former") : by}</bdi>
      </p>
      <p>{countsText(counts)}</p>
      {isListed && <p>{i18n.t("erase.listed")}</p>}
    </>
  );
}

interface EraseFormProps {
  actions: RightsActions;
  /** What somebody asked for, to begin with. */
  wanted: DataRequest | null;
  onErased: () => void;
}

function EraseForm({ actions, wanted, onErased }: EraseFormProps) {
  const [site, setSite] = useState<SiteId>(wanted?.site ?? "x");
  const [author, setAuthor] = useState(wanted?.author ?? "");
  const [held, setHeld] = useState<AuthorHeld | null>(null);
  const [done, setDone] = useState<Erased | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    await work().catch((thrown: unknown) =>
      setProblem(errorCode(thrown) === "malformed" ? i18n.t("erase.notUnderstood") : askedErrorText(errorCode(thrown))),
    );
    setBusy(false);
  };
  const look = () =>
    run(async () => {
      setDone(null);
      setHeld(await actions.lookAtAuthor({ site, author: author.trim() }));
    });
  const erase = (whom: AuthorHeld, isListed: boolean) =>
    run(async () => {
      setDone(await actions.eraseAuthor({ site: whom.site, author: whom.handle, isListed }));
      setHeld(null);
      onErased();
    });
  return (
    <>
      <div class="audit-search">
        <SelectField
          label={i18n.t("erase.site")}
          value={site}
          options={siteIds.map((id) => [id, i18n.t(`site.${id}`)] as const)}
          onPick={(picked) => setSite(siteIds.find((id) => id === picked) ?? site)}
        />
        <Field
          label={i18n.t("erase.author")}
          hint={i18n.t("erase.authorHint")}
          value={author}
          onInput={setAuthor}
          onEnter={() => void look()}
        />
      </div>
      <div class="row">
        <Button icon={Search} off={isBusy || author.trim() === ""} onClick={() => void look()}>
          {i18n.t("erase.look")}
        </Button>
      </div>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {held && <Ask held={held} off={isBusy} onErase={(isListed) => void erase(held, isListed)} onCancel={() => setHeld(null)} />}
      <div role="status">{done && <Done erased={done} />}</div>
    </>
  );
}

interface AskProps {
  held: AuthorHeld;
  off: boolean;
  onErase: (isListed: boolean) => void;
  onCancel: () => void;
}

/** What will happen, in words, before it does. */
function Ask({ held, off, onErase, onCancel }: AskProps) {
  const [isListed, setListed] = useState(true);
  const { posts } = held;
  const handle = `@${held.handle}`;
  const what = posts === 0 ? i18n.t("erase.nobody", { handle }) : i18n.t("erase.question", posts, { handle });
  return (
    <div class="stack">
      {held.isListed && <Notice>{i18n.t("erase.isListed")}</Notice>}
      <label class="row">
        <input type="checkbox" checked={isListed} onChange={(event) => setListed(event.currentTarget.checked)} />
        <span class="grow">{i18n.t("erase.keepOut")}</span>
      </label>
      <Question
        text={what}
        sure={i18n.t(posts === 0 ? "erase.onlyList" : "erase.sure")}
        off={off || (posts === 0 && !isListed)}
        onSure={() => onErase(isListed)}
        onCancel={onCancel}
      />
    </div>
  );
}

function Done({ erased: { receipt, left, tickets } }: { erased: Erased }) {
  return (
    <Notice tone="mine">
      <p>{i18n.t("erase.done", { number: receipt.number })}</p>
      <p>{countsText(receipt.counts)}</p>
      {left > 0 && <p>{i18n.t("erase.left", left)}</p>}
      {tickets.length > 0 && (
        <p>
          {i18n.t("erase.tickets")} <bdi>{tickets.map(({ desk, ticket }) => `${desk} ${ticket}`).join(", ")}</bdi>
        </p>
      )}
    </Notice>
  );
}
