// When something was published, read from its id: X and LinkedIn put the millisecond into the upper bits.
import { exactly, type Moment } from "./moment.ts";
import type { NetworkId } from "./record.ts";

/** ms UTC from which X counts; ids below the first one of that scheme were handed out in sequence. */
const X_EPOCH = 1_288_834_974_657n;
const X_FIRST = 29_700_859_247n;
/** LinkedIn's comment and activity ids; `share` and `ugcPost` ids tell when a draft was made, not when it was published. */
const LINKEDIN_ID =
  /^(?:urn:li:(?:fsd_comment:\(|fs_objectComment:\(|activity:|comment:\(.*,))?(\d{18,20})(?:\)|,.*)?$/;

/** The exact moment in which the record with this id was published; null where the id does not tell. Never throws. */
export function createdFromId(network: NetworkId, id: string): Moment | null {
  if (network === "x") {
    if (!/^\d{11,20}$/.test(id)) return null;
    const value = BigInt(id);
    return value < X_FIRST ? null : exactly(Number((value >> 22n) + X_EPOCH));
  }
  if (network === "linkedin") {
    const digits = LINKEDIN_ID.exec(id)?.[1];
    return digits === undefined ? null : exactly(Number(BigInt(digits) >> 22n));
  }
  return null;
}
