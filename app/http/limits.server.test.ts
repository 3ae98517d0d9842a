import { describe, expect, it } from "vitest";
import { network } from "./limits.server.ts";

describe("the network an address belongs to", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::a:b:c:d", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:ffff::", "2001:db8:0:0::/64"],
    ["2001:db8::2:a:b:c:d", "2001:db8:0:2::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, expected) => {
    expect(network(address)).toBe(expected);
  });
});
