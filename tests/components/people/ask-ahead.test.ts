import { describe, expect, it, vi } from "vitest";
import { askAhead } from "../../../components/people/ask-ahead.ts";
import { everybody } from "../../../components/people/query.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";

const empty = { members: [], total: 0, admins: 1 };

describe("asking for the first page of members ahead", () => {
  it("asks at once, and once", async () => {
    const list = vi.fn(async () => empty);
    const ahead = askAhead(list);
    expect(list).toHaveBeenCalledExactlyOnceWith(everybody);
    expect(await ahead(everybody)).toBe(empty);
    expect(list).toHaveBeenCalledTimes(1);
  });

  it("asks anew the second time, and for any other page", async () => {
    const list = vi.fn(async () => empty);
    const ahead = askAhead(list);
    await ahead(everybody);
    await ahead(everybody);
    expect(list).toHaveBeenCalledTimes(2);
    const other = askAhead(list);
    await other({ ...everybody, search: "fern" });
    expect(list).toHaveBeenLastCalledWith({ ...everybody, search: "fern" });
  });

  it("tells who asks why there is none", async () => {
    const ahead = askAhead(() => Promise.reject(new FanswerError("forbidden")));
    await expect(ahead(everybody)).rejects.toMatchObject({ code: "forbidden" });
  });
});
