// How fast complaints get an answer: what a crisis tests first.
import { waits } from "../computed/latency.ts";
import type { Audit } from "./audit.ts";
import { answeredWithin, HOUR, overPeople } from "./people.ts";

export const audit: Audit = {
  id: "complaints",
  indicators: ["complaintsAnswered1h", "complaintsAnswered24h"],
  run(input) {
    const { conversations, needs } = input.computed;
    const people = waits(conversations, (at) => needs[at]!.complaint);
    const common = overPeople(input, people);
    return [
      answeredWithin({ audit: "complaints", key: "complaintsAnswered1h" }, people, HOUR, common),
      answeredWithin({ audit: "complaints", key: "complaintsAnswered24h" }, people, 24 * HOUR, common),
    ];
  },
};
