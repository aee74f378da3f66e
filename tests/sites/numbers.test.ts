import { expect, it } from "vitest";
import { readNumbers } from "../../lib/sites/numbers.ts";

it.each([
  ["3 Replies. Reply", [3]],
  ["48 replies, 152 reposts, 30142 views", [48, 152, 30142]],
  ["1,268 views", [1268]],
  ["30\u00a0142 visninger", [30142]],
  ["返信 12 件", [12]],
  ["٣ ردود", [3]],
  ["१२ जवाब", [12]],
  ["Reply", []],
  ["", []],
  [null, []],
])("numbers of %j", (label, numbers) => expect(readNumbers(label)).toEqual(numbers));
