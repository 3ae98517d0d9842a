import { describe, expect, it } from "vitest";
import { whyClosed } from "./participation.ts";

const open = { participation: "OPEN" } as const;
const closed = { participation: "CLOSED" } as const;

describe("a theme", () => {
  it("takes proposals and comments while it and its plan do", () => {
    expect(whyClosed({ acceptsProposals: true, plan: open }, "proposals")).toBeNull();
    expect(whyClosed({ plan: open }, "comments")).toBeNull();
  });

  it("that takes no proposals still takes comments", () => {
    expect(whyClosed({ acceptsProposals: false, plan: open }, "proposals")).toBe("themeClosed");
    expect(whyClosed({ plan: open }, "comments")).toBeNull();
  });

  it("of a closed plan takes nothing, whatever it says itself", () => {
    expect(whyClosed({ acceptsProposals: true, plan: closed }, "proposals")).toBe("planClosed");
    expect(whyClosed({ plan: closed }, "comments")).toBe("planClosed");
  });
});
