// What a page is called where there is room for one name.
import type { Page } from "../../domain/page.ts";
import { clean } from "../clean.ts";

/** Its name, else its handle, else what its key says. */
export const nameOfPage = ({ name, handle, key }: Pick<Page, "name" | "handle" | "key">): string =>
  (name && clean(name, 80)) || (handle && `@${clean(handle, 80)}`) || clean(key.slice(key.indexOf(":") + 1), 80);
