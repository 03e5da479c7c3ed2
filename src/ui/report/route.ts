// Where in the report a person is, as the part of the address behind "#": it can be kept, reloaded and gone back to.

export const PAGE_SECTIONS = ["audit", "handover", "plan", "history", "export"] as const;
export type PageSection = (typeof PAGE_SECTIONS)[number];

/** Days as a date field writes them, `yyyy-mm-dd`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export type Route =
  | { readonly screen: "library" }
  | { readonly screen: "compare"; readonly pages: readonly string[] }
  | { readonly screen: "page"; readonly page: string; readonly section: PageSection; readonly days: Days | null };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The route an address names; the library for anything else. Never throws. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen, ...parts] = path.split("/").map(decoded);
  const search = new URLSearchParams(query);
  if (screen === "compare") return { screen, pages: search.getAll("page").slice(0, 5) };
  const [page, section] = parts;
  if (screen !== "page" || !page) return { screen: "library" };
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  return {
    screen: "page",
    page,
    section: PAGE_SECTIONS.find((known) => known === section) ?? "audit",
    days: DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : null,
  };
}

/** The address of a route, from "#" on. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case "library":
      return "#/library";
    case "compare":
      return `#/compare${route.pages.length ? `?${new URLSearchParams(route.pages.map((page) => ["page", page]))}` : ""}`;
    case "page": {
      const days = route.days ? `?${new URLSearchParams({ ...route.days })}` : "";
      return `#/page/${encodeURIComponent(route.page)}/${route.section}${days}`;
    }
  }
}

/** The report's own page within the extension. */
export const REPORT_PAGE = "src/ui/report/index.html";
