// Sizes, colours and patterns. All lengths are in units of the picture, which is WIDTH units wide.

export var WIDTH = 640;
export var TEXT_SIZE = 16;
export var FIGURE_SIZE = 14;
export var FONT = "Arial, sans-serif";
export var INK = "#212b32";
export var PAPER = "#ffffff";
export var AXIS = "#768692";
export var GRID = "#d8dde0";

// Dark and middle tones take turns, so that neighbours differ for colour-blind readers and in grey print;
// patterns tell the dark ones from each other, and the middle ones.
var COLOURS = [
  { fill: "#12436d", ink: PAPER },
  { fill: "#28a197", ink: "#0b0c0c" },
  { fill: "#801650", ink: PAPER },
  { fill: "#f46a25", ink: "#0b0c0c" },
  { fill: "#3d3d3d", ink: PAPER },
  { fill: "#a285d1", ink: "#0b0c0c" },
];

// Paths in a tile of 8 by 8 units, in the order in which series get them.
var STROKES = [
  null,
  null,
  "M-2 2L2 -2M0 8L8 0M6 10L10 6",
  "M2 2h1.5M6 6h1.5",
  "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  "M4 0V8",
  "M0 4H8",
];

var SYMBOLS = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];
var DASHES = ["solid", [8, 4], [2, 3], [8, 3, 2, 3]];

function tile(fill, strokes, stroke, opacity) {
  return {
    svgElement: {
      tag: "g",
      attrs: {},
      children: [
        { tag: "path", attrs: { d: "M0 0H8V8H0Z", fill: fill } },
        { tag: "path", attrs: { d: strokes, fill: "none", stroke: stroke, "stroke-opacity": opacity } },
      ],
    },
    svgWidth: 8,
    svgHeight: 8,
  };
}

// How the series with this index looks: `fill` (a colour or a pattern), `colour` (plain) and `ink` for text on it.
export function areaLook(index) {
  var colour = COLOURS[index % COLOURS.length];
  var round = Math.floor(index / COLOURS.length);
  var strokes = STROKES[((index % COLOURS.length) + 2 * round) % STROKES.length];
  return {
    colour: colour.fill,
    ink: colour.ink,
    fill: strokes ? tile(colour.fill, strokes, colour.ink, 0.55) : colour.fill,
    patterned: Boolean(strokes),
  };
}

export function lineLook(index) {
  return {
    colour: COLOURS[index % COLOURS.length].fill,
    symbol: SYMBOLS[index % SYMBOLS.length],
    dash: DASHES[index % DASHES.length],
  };
}

// What stands for figures that are hidden.
export function hiddenFill() {
  return tile("#f0f4f5", STROKES[2], "#4c6272", 1);
}
