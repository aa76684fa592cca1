// The text of the picture: presentation attributes only (a page may forbid inline styles), ids that begin with the
// chart's own, a title and a description for those who can't see it.

import { encodeHTML } from "zrender/lib/core/dom.js";
import { FONT, INK, TEXT_SIZE } from "./look.js";

// What ECharts adds for pointers and scripts, and what is turned into attributes below.
var DROPPED = /^(ecmeta_.*|pointer-events|xml:space|style)$/;
var INHERITED = { "font-family": FONT, fill: INK };

function withoutControls(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

function escaped(text) {
  return encodeHTML(withoutControls(String(text)));
}

function attributes(node, id) {
  var all = {};
  Object.keys(node.attrs).forEach(function (name) {
    var value = node.attrs[name];
    if (value !== false && value != null && !DROPPED.test(name)) all[name] = String(value);
  });
  String(node.attrs.style || "").split(";").forEach(function (rule) {
    var colon = rule.indexOf(":");
    if (colon > 0) all[rule.slice(0, colon).trim()] = rule.slice(colon + 1).trim();
  });
  return Object.keys(all)
    .filter(function (name) {
      return !(node.tag === "text" && INHERITED[name] === all[name]);
    })
    .map(function (name) {
      var value = name === "font-size" ? all[name].replace("px", "") : all[name];
      return " " + name + '="' + escaped(value.replace(/zr\d+-/g, id + "-")) + '"';
    })
    .join("");
}

// ECharts adds shapes without paint, for a pointer to hit.
function isUnpainted(node) {
  var attrs = node.attrs;
  var filled = attrs.fill !== "none" && attrs["fill-opacity"] !== 0;
  var stroked = attrs.stroke && attrs["stroke-width"] !== 0;
  return attrs.d === "" || (node.tag !== "g" && attrs.fill && !filled && !stroked);
}

function elementText(node, id) {
  if (isUnpainted(node)) return "";
  var inner = node.text == null ? "" : escaped(node.text);
  (node.children || []).forEach(function (child) {
    inner += elementText(child, id);
  });
  var open = "<" + node.tag + attributes(node, id);
  return inner ? open + ">" + inner + "</" + node.tag + ">" : open + "/>";
}

export function svgText(root, description) {
  var id = escaped(description.id);
  var lines = [
    '<svg xmlns="http://www.w3.org/2000/svg" class="quarterdeck-chart" width="100%" viewBox="' +
      root.attrs.viewBox + '" role="img" aria-labelledby="' + id + "-title " + id + '-desc" font-family="' +
      FONT + '" fill="' + INK + '">',
    '<title id="' + id + '-title">' + escaped(description.title) + "</title>",
    '<desc id="' + id + '-desc">' + escaped(description.description) + "</desc>",
  ];
  root.children.forEach(function (group) {
    (group.tag === "g" ? group.children : [group]).forEach(function (node) {
      lines.push(elementText(node, description.id));
    });
  });
  if (!description.categories.length)
    lines.push('<text x="0" y="' + 2 * TEXT_SIZE + '" font-size="' + TEXT_SIZE + '">' + escaped(description.nothing) + "</text>");
  lines.push("</svg>");
  return lines.filter(Boolean).join("\n") + "\n";
}
