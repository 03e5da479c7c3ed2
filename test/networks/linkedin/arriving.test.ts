// A LinkedIn document that is looked at while it still arrives: a half island is nothing that could not be read.
import { expect, it } from "vitest";
import { islandOf, read } from "./document.ts";

it("is read when it is there", () => {
  const document = islandOf('{"data":{"half', "https://www.linkedin.com/company/northwind-tools/posts/");
  expect(read(document, 1).flatMap(({ unread }) => unread)).toContainEqual({ reason: "notJson", count: 1 });
  Object.defineProperty(document, "readyState", { value: "loading" });
  expect(read(document, 1)).toEqual([]);
});
