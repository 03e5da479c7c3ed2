// Comments of the page's own that begin with a person's name are told apart from replies, and settle nothing.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/named-answers.ts";
import { compute } from "../../src/computed/computed.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, HOUR, START } from "../support/dataset.ts";

const person = (key: string) => ({ role: "other", key }) as const;

describe("answers given apart", () => {
  const build = new DatasetBuilder("facebook");
  const post = build.post(START, { comments: 4 });
  const apart = build.message("mara", post, START + HOUR, { text: "Do you ship?", comments: 0 });
  const replied = build.message("noel", post, START + HOUR, { text: "Open today?", comments: 1 });
  const answer = build.answer(post, START + 2 * HOUR, { replyToAuthor: person("mara") });
  build.answer(replied, START + 2 * HOUR, { replyToAuthor: person("noel") });
  const dataset = build.open(post).build();

  it("counts them beside the replies", () => {
    const found = findingsOf(audit, dataset)["answersApart"];
    expect(found).toMatchObject({ value: 1, n: 1, evidence: [answer.id] });
  });
  it("leaves open whether the person was answered: neither answered nor waiting", () => {
    const { turns, possible } = compute(dataset, null, "UTC").conversations;
    // It widens what the share can be, though nothing is left to open.
    expect(possible).toBe(1);
    expect(turns.find(({ messages }) => messages[0]!.id === apart.id)?.state).toBe("unknown");
    expect(turns.find(({ messages }) => messages[0]!.id === replied.id)?.state).toBe("answered");
  });
  it("says nothing where there are none, and elsewhere an answer is an answer", () => {
    expect(findingsOf(audit, new DatasetBuilder("facebook").build())).toEqual({});
    const x = new DatasetBuilder("x");
    const root = x.post(START, { comments: 1 });
    x.answer(x.message("mara", root, START + HOUR), START + 2 * HOUR);
    expect(findingsOf(audit, x.open(root).build())).toEqual({});
  });
});
