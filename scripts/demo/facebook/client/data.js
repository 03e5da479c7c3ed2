// How the page gets its data: from its own islands, from route definitions, and by asking the one interface there is.

/** Sends a form by XMLHttpRequest, as the site does; resolves with the answer's text. */
function post(url, fields) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("content-type", "application/x-www-form-urlencoded");
    request.addEventListener("loadend", () => resolve(request.status === 200 ? request.responseText : ""));
    request.send(new URLSearchParams(fields).toString());
  });
}

const parse = (line) => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** The documents of a streamed answer. */
export async function ask(name, variables) {
  const text = await post("/api/graphql/", {
    fb_api_req_friendly_name: name,
    variables: JSON.stringify(variables),
    doc_id: "1000000000000000",
    server_timestamps: "true",
  });
  return text.split("\n").flatMap((line) => parse(line) ?? []);
}

/** The results that a route brings with it when one moves within the site. */
export async function askRoute(path) {
  const text = await post("/ajax/route-definition/", { "route_urls[0]": path, routing_namespace: "fb_comet" });
  return text
    .split(/for \(;;\);/)
    .flatMap((line) => parse(line) ?? [])
    .flatMap((line) => (line.__type === "preloader" ? [line.result.result] : []));
}

/** The results embedded in the document. */
export const embedded = () =>
  [...document.querySelectorAll("script[data-sjs]")].flatMap((script) => {
    const call = parse(script.textContent)?.require[0][3][0].__bbox.require[0];
    return call?.[0] === "RelayPrefetchedStreamCache" ? [call[3][1].__bbox.result] : [];
  });

/** Header, stories and where the list goes on, out of the pieces of a timeline. */
export function timelineIn(results) {
  const found = { header: null, stories: [], next: null, owner: null };
  for (const { data, path = [] } of results) {
    const owner = data.user ?? data.node;
    if (data.user?.profile_header_renderer) found.header = data.user.profile_header_renderer.user;
    else if (owner?.timeline_list_feed_units) {
      found.owner = owner.id;
      found.stories.push(...owner.timeline_list_feed_units.edges.map(({ node }) => node));
    } else if (path.includes("edges")) found.stories.push(data.node);
    else if (data.page_info) found.next = data.page_info.has_next_page ? data.page_info.end_cursor : null;
  }
  return found;
}
