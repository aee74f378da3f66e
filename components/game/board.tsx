import { useCallback, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import type { WeekBoard, WeekRow } from "../../lib/schema/board.ts";
import { useOneThing } from "../queue/use-doing.ts";
import { useRead } from "../settings/use-read.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { BoardActions } from "./actions.ts";

interface BoardSectionProps {
  actions: BoardActions;
  /** What the member reads, as primary tags: the first of these in which there are points is shown. */
  languages: readonly string[];
  /** Staff see the board and stand on none. */
  isStaff: boolean;
}

/** This week's points in one language, of who chose to be listed, and the choice. */
export function BoardSection({ actions, languages, isStaff }: BoardSectionProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const wanted = picked ?? languages.join(" ");
  const read = useCallback(() => actions.read(wanted.split(" ")), [actions, wanted]);
  const { value: board, problem } = useRead(read, changes);
  const { isBusy, problem: refusal, doing } = useOneThing();
  const choose = (isListed: boolean) =>
    void doing(async () => {
      await actions.choose(isListed);
      setChanges(changes + 1);
    });
  return (
    <section class="stack board">
      <h2>{i18n.t("game.board.title")}</h2>
      <p class="hint">{i18n.t("game.board.hint")}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {board && <Places board={board} onPick={setPicked} />}
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      {board && !isStaff && <Listing isListed={board.isListed} isBusy={isBusy} onChoose={choose} />}
    </section>
  );
}

function Places({ board: { language, languages, rows, alsoTenth }, onPick }: { board: WeekBoard; onPick: (language: string) => void }) {
  if (language === null) return <p>{i18n.t("game.board.none")}</p>;
  return (
    <>
      {languages.length > 1 && (
        <SelectField
          label={i18n.t("game.board.language")}
          value={language}
          options={languages.map((each) => [each, languageText(each) ?? each])}
          onPick={onPick}
        />
      )}
      <ol class="list" aria-label={languageText(language) ?? language}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name and as many points
          <Place key={index} row={row} />
        ))}
      </ol>
      {alsoTenth > 0 && <p class="hint">{i18n.t("game.board.alsoTenth", { count: alsoTenth })}</p>}
    </>
  );
}

function Place({ row: { place, name, points, isMine } }: { row: WeekRow }) {
  return (
    <li class="row">
      <span class="place quiet">{place}</span>
      <span class="grow">
        <bdi class={isMine ? "strong" : undefined}>{name}</bdi>
        {isMine && <span class="quiet">{` · ${i18n.t("game.board.you")}`}</span>}
      </span>
      <span class="strong">{i18n.t("game.board.points", points)}</span>
    </li>
  );
}

/** Whether one is listed, why, and the other way. */
function Listing({ isListed, isBusy, onChoose }: { isListed: boolean; isBusy: boolean; onChoose: (isListed: boolean) => void }) {
  return (
    <>
      <p>{i18n.t(isListed ? "game.board.listed" : "game.board.unlisted")}</p>
      <div>
        <Button off={isBusy} onClick={() => onChoose(!isListed)}>
          {i18n.t(isListed ? "game.board.leave" : "game.board.join")}
        </Button>
      </div>
    </>
  );
}
