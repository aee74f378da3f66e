import * as v from "valibot";
import { expect, it } from "vitest";
import { invitationBounds, NewInvitation, OpenInvitation } from "../../lib/schema/invitations.ts";

it("an invitation lasts from an hour to ninety days, for one to a thousand", () => {
  const { hours, uses } = invitationBounds;
  expect([hours.least, hours.most, uses.least, uses.most]).toEqual([1, 2_160, 1, 1_000]);
  expect(v.is(NewInvitation, { role: "advocate" })).toBe(true);
  for (const odd of [{ hours: 0 }, { hours: 2_161 }, { hours: 1.5 }, { uses: 0 }, { uses: 1_001 }, { level: 2 }, { role: "owner" }]) {
    expect(v.is(NewInvitation, { role: "advocate", ...odd }), JSON.stringify(odd)).toBe(false);
  }
});

it("a note is one line that can be seen", () => {
  expect(v.parse(NewInvitation, { role: "staff", note: "  The\nmeet-up \u202e in May " }).note).toBe("The meet-up in May");
});

it("one that is listed names no code", () => {
  expect(Object.keys(OpenInvitation.entries)).not.toContain("code");
});
