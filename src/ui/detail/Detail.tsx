// Draws a finding's detail whatever its type; the compiler says where a member of the union has no drawing.
import type { Detail as AnyDetail } from "../../audits/detail.ts";
import type { Unit } from "../../domain/goal.ts";
import { CompositionDetail } from "./composition.tsx";
import { CurveDetail } from "./curve.tsx";
import type { Frame } from "./frame.ts";
import { GridDetail } from "./grid.tsx";
import { PairsDetail, WaitingDetail } from "./lists.tsx";
import { TrendDetail } from "./trend.tsx";
import { WeeksDetail } from "./weeks.tsx";

/** `unit`: that of the finding the detail belongs to. */
export function Detail({ detail, unit, frame }: { detail: AnyDetail; unit: Unit; frame: Frame }) {
  switch (detail.type) {
    case "curve":
      return <CurveDetail detail={detail} frame={frame} />;
    case "composition":
      return <CompositionDetail detail={detail} frame={frame} />;
    case "weeks":
      return <WeeksDetail detail={detail} frame={frame} />;
    case "grid":
      return <GridDetail detail={detail} frame={frame} />;
    case "waiting":
      return <WaitingDetail detail={detail} frame={frame} />;
    case "pairs":
      return <PairsDetail detail={detail} frame={frame} />;
    case "trend":
      return <TrendDetail detail={detail} unit={unit} frame={frame} />;
    default:
      return <UnknownDetail detail={detail} frame={frame} />;
  }
}

/** A stored report may be of a later make than the program that shows it. */
function UnknownDetail({ frame }: { detail: never; frame: Frame }) {
  return <p class="soft">{frame.text.detail.unknown}</p>;
}
