// Builds DOM: element names, attributes, children; text is always text.
const SVG = "http://www.w3.org/2000/svg";

/** `h("a", {href}, "text", node)`; null, undefined and false children are left out; `on` holds listeners. */
export function h(name, attributes = {}, ...children) {
  const element = name === "svg" ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** `depth` nested boxes around `children`, as the site's own markup has them. */
export const nested = (depth, ...children) =>
  depth === 0 ? children : [h("div", {}, ...nested(depth - 1, ...children))];

export const icon = () => h("svg", { "aria-hidden": "true" });
