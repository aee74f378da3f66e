import { describe, expect, it } from "vitest";
import { networkOf } from "../../server/http/address.ts";
import { createLimiter } from "../../server/pace/limiter.ts";

describe("the network of an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    [" 192.0.2.1:51234 ", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["[::ffff:192.0.2.1]:80", "192.0.2.1"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ['"[2001:db8:1:2::9]:443"', "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s is %s", (written, network) => {
    expect(networkOf(written)).toBe(network);
  });

  it.each([
    "",
    "unknown",
    "_hidden",
    "1",
    "0x7f000001",
    "192.0.2",
    "999.1.1.1",
    "host.example",
    "[2001:db8::",
    "2001:db8::/64",
    "x".repeat(9000),
  ])("%s is none", (written) => {
    expect(networkOf(written)).toBeNull();
  });
});

describe("a limiter", () => {
  const at = { ms: 0 };
  const limiter = () => createLimiter(3, () => new Date(at.ms));

  it("gives as many as there is room for within a minute, and then the next minute", () => {
    const { take } = limiter();
    expect([1, 2, 3, 4, 5].map(() => take("a"))).toEqual([true, true, true, false, false]);
    expect(take("b")).toBe(true);
    at.ms += 60_001;
    expect(take("a")).toBe(true);
  });

  it("keeps those that were counted last, however many others come", () => {
    const { count, isFull } = limiter();
    for (let n = 0; n < 10_000; n++) count(`early ${n}`);
    for (let n = 0; n < 9_000; n++) {
      count(`late ${n}`);
      count("mine");
    }
    expect(isFull("mine")).toBe(true);
  });
});
