// Whether people who ask about buying get an answer within a day.
import { waits } from "../computed/latency.ts";
import type { Audit } from "./audit.ts";
import { answeredWithin, HOUR, overPeople } from "./people.ts";

export const audit: Audit = {
  id: "buying-questions",
  indicators: ["buyingAnswered24h"],
  run(input) {
    const { conversations, needs } = input.computed;
    const people = waits(conversations, (at) => needs[at]!.buying);
    const name = { audit: "buying-questions", key: "buyingAnswered24h" };
    return [answeredWithin(name, people, 24 * HOUR, overPeople(input, people))];
  },
};
