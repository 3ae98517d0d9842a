import { describe, expect, it } from "vitest";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { isForScripts, isPrivateAddress } from "./addresses.ts";

describe("a private address", () => {
  it.each([
    paths.desk(),
    paths.deskSignIn("/desk/audit"),
    paths.answer("token"),
    paths.receipt("R8-0042", "key"),
    localizedPath("en", paths.tracked("R8-0042", "key")),
    localizedPath("easy", paths.trackedRevise("R8-0042", "key")),
    "/DESK/",
    "/%64esk/audit",
    "/x/../desk/sign-in",
    "/en\\desk",
    "/track/%E0%A4%A/x",
  ])("is %s", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    paths.home(),
    paths.track(),
    localizedPath("en", paths.track()),
    "/track/",
    paths.contactDesk("desk"),
    "/desks",
    "/?next=/desk",
  ])("is not %s", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe("an address for scripts", () => {
  it.each([
    "/_root.data",
    "/themes.data?_routes=root",
    "/desk/staff.DATA",
    "/desk%2Edata/",
    "/__manifest?p=/",
    "/_root.data#x",
    "/themes.data/x/..",
  ])("is %s", (address) => {
    expect(isForScripts(address)).toBe(true);
  });

  it.each(["/", "/themes", "/search?q=.data", "/data", "/themes/manifest"])("is not %s", (address) => {
    expect(isForScripts(address)).toBe(false);
  });
});
