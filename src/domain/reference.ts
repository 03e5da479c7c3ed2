// Reference lines: what others found, with how far to trust it; shown beside a figure, never judged by.
import type { IndicatorKey } from "./goal.ts";
import type { NetworkId } from "./record.ts";

/** A: reviewed research. B: a large sample with a method stated. C: a vendor's or a survey's figure. D: folklore. */
export type TrustGrade = "A" | "B" | "C" | "D";

export interface ReferenceLine {
  readonly key: string;
  readonly indicator: IndicatorKey;
  /** Only on this network; null = on all. */
  readonly network: NetworkId | null;
  /** In the indicator's unit. */
  readonly value: number;
  /** Who published it; a proper name. */
  readonly source: string;
  /** null where nobody knows. */
  readonly year: number | null;
  /** How many were studied, and what; null where not published. Names of populations are in ui/text. */
  readonly sample: number | null;
  readonly population: string;
  readonly grade: TrustGrade;
  /** Shown unless switched off. */
  readonly on: boolean;
}

const HOUR = 3_600_000;

/** From methods.md §4 and §7. Each can be switched off by its key. */
export const REFERENCE_LINES: readonly ReferenceLine[] = [
  {
    key: "sociallyDevoted2012",
    indicator: "answeredWithin24h",
    network: null,
    value: 0.65,
    source: "Socialbakers",
    year: 2012,
    sample: null,
    population: "brandPages",
    grade: "C",
    on: true,
  },
  {
    key: "expectedWithinDay2020",
    indicator: "answeredWithin24h",
    network: null,
    value: 0.79,
    source: "Sprout Social",
    year: 2020,
    sample: null,
    population: "peopleWhoExpectIt",
    grade: "C",
    on: true,
  },
  {
    key: "waitFourHours2016",
    indicator: "halfTime",
    network: null,
    value: 4 * HOUR,
    source: "Sprout Social Index",
    year: 2016,
    sample: null,
    population: "peopleWhoWait",
    grade: "C",
    on: true,
  },
  {
    key: "replyShareAll2015",
    indicator: "replyShare",
    network: null,
    value: 0.2,
    source: "Sprout Social Index",
    year: 2015,
    sample: null,
    population: "allSectors",
    grade: "C",
    on: true,
  },
  {
    key: "replyShareRetail2015",
    indicator: "replyShare",
    network: null,
    value: 0.33,
    source: "Sprout Social Index",
    year: 2015,
    sample: null,
    population: "retail",
    grade: "C",
    on: true,
  },
  {
    key: "replyShareUtilities2015",
    indicator: "replyShare",
    network: null,
    value: 0.42,
    source: "Sprout Social Index",
    year: 2015,
    sample: null,
    population: "utilities",
    grade: "C",
    on: true,
  },
  {
    key: "community2012",
    indicator: "communityShare",
    network: null,
    value: 0.258,
    source: "Lovejoy & Saxton",
    year: 2012,
    sample: 100,
    population: "largeUsNonProfits",
    grade: "A",
    on: true,
  },
  {
    key: "action2012",
    indicator: "actionShare",
    network: null,
    value: 0.156,
    source: "Lovejoy & Saxton",
    year: 2012,
    sample: 100,
    population: "largeUsNonProfits",
    grade: "A",
    on: true,
  },
  {
    key: "facebookPosts2024",
    indicator: "postsPerWeek",
    network: "facebook",
    value: 4.69,
    source: "Rival IQ",
    year: 2024,
    sample: null,
    population: "largeBrands",
    grade: "B",
    on: true,
  },
  {
    key: "linkedinPosts2024",
    indicator: "postsPerWeek",
    network: "linkedin",
    value: 2.2,
    source: "Metricool",
    year: 2024,
    sample: null,
    population: "toolUsers",
    grade: "C",
    on: true,
  },
  {
    key: "eightyTwenty",
    indicator: "actionShare",
    network: null,
    value: 0.2,
    source: "80/20",
    year: null,
    sample: null,
    population: "folklore",
    grade: "D",
    on: false,
  },
  {
    key: "seventyTwentyTen",
    indicator: "actionShare",
    network: null,
    value: 0.1,
    source: "70/20/10",
    year: null,
    sample: null,
    population: "folklore",
    grade: "D",
    on: false,
  },
];
