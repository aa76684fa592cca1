// A small picture a row: a line over the columns, on a scale of its own from zero. The part that is projected is
// dashed, from the last observed figure on. The first, the last observed and the last figure are written beside it.

import { AXIS, GRID, INK, TEXT_SIZE, WIDTH, lineLook } from "./look.js";
import { LINE, figureStyle, style, wrapped } from "./layout.js";

var ACROSS = 3;
var GAP = 22;
var PLOT = 62;
var TOP = 22;
var AXIS_ROOM = 24;
var SIDE = 26; // half of the widest figure
var BOLD = 1.12; // as wide as ordinary text

function lastWord(text) {
  return text.split(/[ ,]+/).filter(function (word) {
    return /\d/.test(word);
  })[0] || text;
}

function labelled(figure, position) {
  return {
    value: Number(figure.number),
    symbolSize: 6,
    label: style(figureStyle(), { show: true, position: position, formatter: figure.text, distance: 5 }),
  };
}

function points(figures, from, to, labels) {
  return figures.map(function (figure, index) {
    if (index < from || index > to || figure.marker) return null;
    var position = labels[index];
    return position ? labelled(figure, position) : { value: Number(figure.number), symbolSize: 0 };
  });
}

function markersOf(series) {
  var markers = [];
  series.figures.forEach(function (figure) {
    if (figure.marker && markers.indexOf(figure.marker) < 0) markers.push(figure.marker);
  });
  return markers.join(" ");
}

export function rowsOption(description) {
  var count = description.categories.length;
  var last = count - 1;
  var turn = Math.max(0, Math.min(description.observed, count) - 1);
  var width = (WIDTH - (ACROSS - 1) * GAP) / ACROSS;
  var names = description.series.map(function (series) {
    var markers = markersOf(series);
    return wrapped(series.name + (markers ? " " + markers : ""), width / BOLD);
  });
  var option = { animation: false, title: [], grid: [], xAxis: [], yAxis: [], series: [] };
  var top = 0;
  for (var start = 0; start < names.length; start += ACROSS) {
    var lines = Math.max.apply(null, names.slice(start, start + ACROSS).map(function (name) {
      return name.length;
    }));
    for (var index = start; index < Math.min(start + ACROSS, names.length); ++index) {
      var left = (index - start) * (width + GAP);
      var plotTop = top + lines * LINE + TOP;
      option.title.push({
        text: names[index].join("\n"), left: left, top: top, padding: 0,
        textStyle: { color: INK, fontSize: TEXT_SIZE, fontWeight: "bold", lineHeight: LINE, fontFamily: "Arial, sans-serif" },
      });
      option.grid.push({ left: left + SIDE, top: plotTop, width: width - 2 * SIDE, height: PLOT });
      option.xAxis.push({
        type: "category", gridIndex: index, boundaryGap: false, data: description.categories.map(lastWord),
        axisTick: { show: false }, axisLine: { lineStyle: { color: AXIS } },
        axisLabel: style(figureStyle(), {
          margin: 6,
          interval: function (at) {
            return at === 0 || at === turn || at === last;
          },
        }),
      });
      option.yAxis.push({
        type: "value", gridIndex: index, min: 0, splitNumber: 2, axisLabel: { show: false }, axisTick: { show: false },
        axisLine: { show: false }, splitLine: { lineStyle: { color: GRID } },
      });
      var look = lineLook(0);
      var figures = description.series[index].figures;
      var labels = {};
      labels[0] = "top";
      labels[turn] = "top";
      var line = {
        type: "line", silent: true, clip: false, connectNulls: false, symbol: "circle", color: look.colour,
        xAxisIndex: index, yAxisIndex: index,
      };
      option.series.push(style({ lineStyle: { width: 2.5 }, data: points(figures, 0, turn, labels) }, line));
      if (turn < last) {
        var end = {};
        end[last] = "top";
        option.series.push(style({ lineStyle: { width: 2.5, type: [5, 4] }, data: points(figures, turn, last, end) }, line));
      }
    }
    top += lines * LINE + TOP + PLOT + AXIS_ROOM + 14;
  }
  return { height: Math.max(top, 40), option: option };
}
