// Foreign addresses and foreign text: what may be linked, and what is left of a text.
import { describe, expect, test } from "vitest";
import { clean } from "../../src/ui/clean.ts";
import { safeAddress } from "../../src/ui/safe-link.tsx";

const HOSTS = ["x.com", "twitter.com"];

describe("an address", () => {
  test("of the network is linked", () => {
    expect(safeAddress("https://x.com/i/status/1", HOSTS)).toBe("https://x.com/i/status/1");
  });
  test.each([
    null,
    "",
    "not an address",
    "/i/status/1",
    "http://x.com/i/status/1",
    "javascript:alert(1)",
    "data:text/html,hello",
    "https://evil.example/x.com",
    "https://x.com.evil.example/",
    "https://sub.x.com/",
    "https://x.com:8443/",
    "https://name@x.com/",
    "https://name:word@x.com/",
    "JAVASCRIPT://x.com/%0aalert(1)",
  ])("like %j is not", (address) => {
    expect(safeAddress(address, HOSTS)).toBeNull();
  });
});

describe("a text", () => {
  test("loses control and direction characters and is one line", () => {
    expect(clean("a\u0000b\u202ec\u2066d\n\te\u001b[31m")).toBe("a b c d e [31m");
  });
  test("keeps emoji sequences and joiners", () => {
    expect(clean("👩‍🚀 می‌خواهم")).toBe("👩‍🚀 می‌خواهم");
  });
  test("is cut between characters", () => {
    expect(clean("👍👍👍👍", 3)).toBe("👍👍…");
  });
});
