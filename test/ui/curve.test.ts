// The curve of answers is drawn as far as anybody was watched, and to its end where all have an answer.
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/reply-latency.ts";
import { CurveDetail } from "../../src/ui/detail/curve.tsx";
import type { Frame } from "../../src/ui/detail/frame.ts";
import { catalogueFor } from "../../src/ui/text/index.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START } from "../support/dataset.ts";

const text = catalogueFor(["en-GB"], "Europe/Lisbon");

/** The drawing of what people who wrote at these moments got: `null` = no answer yet. */
function drawn(build: DatasetBuilder, asked: readonly { at: number; after: number | null }[]) {
  asked.forEach(({ at, after }, i) => {
    const post = build.post(at);
    const message = build.message(`p${i}`, post, at, { text: "When?", lang: "en" });
    if (after !== null) build.answer(message, at + after);
    build.open(post, { complete: true });
  });
  const { detail } = findingsOf(audit, build.announceAll().build())["answeredWithin24h"]!;
  if (detail?.type !== "curve") throw new Error("There is no curve.");
  const frame: Frame = { text, hosts: [], network: "X", cited: [], asOf: 0, marks: [], counted: "people", limit: 1 };
  const drawing = renderToString(CurveDetail({ detail, frame }));
  return {
    until: detail.until,
    says: drawing.match(/aria-label="([^"]*)"/)![1]!,
    unseen: drawing.includes(text.detail.unseen),
    dots: drawing.match(/class="dot"/g)?.length ?? 0,
  };
}

const each = (after: (i: number) => number | null) =>
  Array.from({ length: 20 }, (_, i) => ({ at: START + i * DAY, after: after(i) }));

describe("the curve of answers", () => {
  it("goes on where all have an answer", () => {
    const { until, unseen, dots, says } = drawn(
      new DatasetBuilder(),
      each((i) => (i + 1) * 5 * MINUTE),
    );
    expect({ until, unseen, dots }).toEqual({ until: null, unseen: false, dots: 4 });
    expect(says).toContain(`100% within ${text.format.duration(3 * DAY)}`);
  });

  it("is not cut short by a fresh question", () => {
    const build = new DatasetBuilder();
    const fresh = { at: build.readAt - 2 * HOUR, after: null };
    const late = drawn(build, [...each(() => 30 * HOUR), fresh]);
    expect(late).toMatchObject({ until: null, unseen: false, dots: 4 });
    expect(late.says).toContain(`0% within ${text.format.duration(DAY)}`);
  });

  it("ends where the last person was seen", () => {
    const build = new DatasetBuilder("x", START + 20 * DAY);
    const some = drawn(
      build,
      each((i) => (i < 18 ? 2 * HOUR : null)),
    );
    expect(some).toMatchObject({ until: 2 * DAY, unseen: false, dots: 3 });
    const young = drawn(new DatasetBuilder("x", START + 5 * HOUR), [{ at: START, after: null }]);
    expect(young).toMatchObject({ until: 5 * HOUR, unseen: true, dots: 2 });
  });
});
