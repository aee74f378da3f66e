import { expect, test } from "vitest";
import { useList } from "../../../components/you/use-list.ts";
import type { OwnAnswer } from "../../../lib/schema/own-work.ts";
import { ownAnswer } from "../own-samples.ts";
import { show } from "../page.ts";

interface Page {
  readonly items: readonly OwnAnswer[];
  readonly isMore: boolean;
}

const page = (...ids: string[]): Page => ({ items: ids.map((mentionId) => ({ ...ownAnswer, mentionId })), isMore: true });
let answers: ReturnType<typeof useList<OwnAnswer, string>>;
function Probe({ first, ask }: { first: Page; ask: (kind: string | null) => Promise<Page> }) {
  answers = useList<OwnAnswer, string>(first, ask);
  return null;
}
const ids = () => answers.items.map(({ mentionId }) => mentionId);
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("of two questions only the later one's answer counts, in whichever order they come", async () => {
  const waiting: ((page: Page) => void)[] = [];
  const first = page("x:1");
  await show(<Probe first={first} ask={() => new Promise((resolve) => waiting.push(resolve))} />);
  answers.keepTo("thanked");
  answers.keepTo("wrong");
  waiting[1]?.(page("x:3"));
  waiting[0]?.(page("x:2"));
  await settled();
  expect([answers.kind, ids()]).toEqual(["wrong", ["x:3"]]);
});

test("what is read anew takes the place of all that was shown before", async () => {
  const ask = async () => page("x:0");
  await show(<Probe first={page("x:1")} ask={ask} />);
  answers.more();
  await settled();
  expect(ids()).toEqual(["x:1", "x:0"]);
  await show(<Probe first={page("x:2", "x:1")} ask={ask} />);
  expect(ids()).toEqual(["x:2", "x:1"]);
});
