// Which pages count as rivals: those with a rival's plan, on the same network, at most five.
import { expect, test } from "vitest";
import type { Plan, Stance } from "../../../src/domain/plan.ts";
import { emptyPlan } from "../../../src/store/plans.ts";
import { rivalsOf } from "../../../src/ui/report/rivals.ts";
import { pageOf } from "../../support/readings.ts";

const planOf = (id: string, stance: Stance): Plan => ({ ...emptyPlan(id, `x:${id}`, 1, "UTC"), stance });
const entry = (key: string, plan: string | null) => ({
  page: pageOf(key),
  records: 1,
  firstReadAt: 1,
  lastReadAt: 2,
  plan,
});
const plans = [planOf("own", "mine"), planOf("foe", "rival"), planOf("lead", "prospect")];

test("a rival's pages on the network of the page, and no other", () => {
  const library = [
    entry("x:own", "own"),
    entry("x:foe", "foe"),
    entry("facebook:foe", "foe"),
    entry("x:lead", "lead"),
    entry("x:none", null),
  ];
  expect(rivalsOf("x:own", library, plans)).toEqual(["x:foe"]);
  expect(rivalsOf("x:foe", library, plans)).toEqual([]);
});

test("at most five, those read last first", () => {
  const library = Array.from({ length: 9 }, (_, i) => entry(`x:foe${i}`, "foe"));
  expect(rivalsOf("x:own", library, plans)).toEqual(library.slice(0, 5).map(({ page }) => page.key));
});
