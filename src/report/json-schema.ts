// The shapes of exported files as JSON Schema, generated from the schemas the product itself reads them by.
import * as z from "zod/mini";
import { recordSchema } from "../domain/record.ts";
import { reportSchema } from "./report.ts";

/** A field that a later version adds is no error to a reader of this one: hence the schema of what may come in. */
const io = "input";

/** JSON Schema (draft 2020-12) of `report.json`, and of one line of `records.ndjson`. */
export const EXPORT_SCHEMAS: Readonly<Record<"report" | "record", () => object>> = {
  report: () => ({ title: "Report", ...z.toJSONSchema(reportSchema, { io }) }),
  record: () => ({ title: "Record", ...z.toJSONSchema(recordSchema, { io }) }),
};

/** The schema's file as it is published in `docs`. */
export const schemaFile = (name: keyof typeof EXPORT_SCHEMAS): string =>
  `${JSON.stringify(EXPORT_SCHEMAS[name](), null, 2)}\n`;
