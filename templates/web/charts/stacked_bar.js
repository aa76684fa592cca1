// One horizontal bar a category, made of its series. Percentages fill the bar from 0 to 100.

import { FIGURE_SIZE, PAPER, WIDTH, areaLook, hiddenFill } from "./look.js";
import {
  HIDDEN, categoriesDown, figureStyle, legend, style, textWidth, valueAxis,
} from "./layout.js";

var MARKER_ROOM = 36;
var AXIS_ROOM = 30;
var UNKNOWN_LENGTH = 0.06; // the audit of finished pages holds hidden parts to it: host/audit/finished/page_chart_bars.cpp
var LEAST_HIDDEN = 1.5; // per cent

// How far the sum of rounded figures can be from the sum of the true ones.
function roundingOf(figures) {
  return figures.reduce(function (sum, figure) {
    var decimals = (figure.number || "").split(".")[1] || "";
    return sum + 0.5 * Math.pow(10, -decimals.length);
  }, 0);
}

function rowsOf(description) {
  return description.categories.map(function (category, index) {
    var row = { values: [], sum: 0, hidden: false, markers: "" };
    var figures = description.series.map(function (series) {
      return series.figures[index];
    });
    figures.forEach(function (figure) {
      var value = figure.marker ? 0 : Number(figure.number);
      row.values.push(value);
      row.sum += value;
      row.hidden = row.hidden || figure.hidden;
      if (figure.marker && row.markers.indexOf(figure.marker) < 0) row.markers += figure.marker;
    });
    // Rounded percentages of a whole may add up to 99 or 101: the bar still ends at 100, with room for a hidden part.
    var whole = Math.abs(row.sum - 100) <= roundingOf(figures);
    var end = row.markers ? Math.min(row.sum, 100 - LEAST_HIDDEN) : 100;
    row.scale = description.percent && whole ? end / row.sum : 1;
    return row;
  });
}

// Hidden parts of a whole take what is left of it; of other bars nobody knows how long they are.
function hiddenLength(description, row, longest) {
  if (!row.hidden) return 0;
  return description.percent ? Math.max(0, 100 - row.sum * row.scale) : UNKNOWN_LENGTH * longest;
}

export function stackedBarOption(description) {
  var key = legend(description);
  var down = categoriesDown(description);
  var rows = rowsOf(description);
  var longest = Math.max.apply(null, [0].concat(rows.map(function (row) {
    return row.sum * row.scale;
  })));
  var partsOfWhole = description.percent && longest < 100.001;
  var plotWidth = WIDTH - down.width - MARKER_ROOM;
  var unitsPerValue = plotWidth / (partsOfWhole ? 100 : longest * (1 + UNKNOWN_LENGTH) || 1);
  var axis = valueAxis(description);
  if (partsOfWhole) {
    axis.max = 100;
    axis.interval = 20;
  }

  var series = description.series.map(function (part, index) {
    var look = areaLook(index);
    return {
      type: "bar",
      name: String(index),
      stack: "whole",
      barCategoryGap: 8,
      silent: true,
      itemStyle: { color: look.fill, borderColor: PAPER, borderWidth: 1 },
      data: rows.map(function (row, at) {
        var length = row.values[index] * row.scale;
        var figure = part.figures[at];
        var fits = length && textWidth(figure.text, FIGURE_SIZE) + 8 < length * unitsPerValue;
        return { value: length || "-", label: { show: Boolean(fits) } };
      }),
      label: style(figureStyle(), {
        color: look.ink,
        backgroundColor: look.patterned ? look.colour : "transparent",
        padding: [2, 3],
        formatter: function (at) {
          return part.figures[at.dataIndex].text;
        },
      }),
    };
  });
  series.push({
    type: "bar",
    name: HIDDEN,
    stack: "whole",
    silent: true,
    itemStyle: { color: hiddenFill(), borderColor: "#4c6272", borderWidth: 1 },
    data: rows.map(function (row) {
      var length = hiddenLength(description, row, longest);
      return row.markers ? { value: length, label: { show: true } } : "-";
    }),
    label: style(figureStyle(), {
      position: "right",
      formatter: function (at) {
        return rows[at.dataIndex].markers;
      },
    }),
  });

  var top = key.height + 12;
  var plotHeight = Math.max(down.band, 34) * Math.max(1, rows.length);
  return {
    height: top + plotHeight + AXIS_ROOM,
    option: {
      animation: false,
      legend: key.option,
      grid: { left: down.width, right: MARKER_ROOM, top: top, height: plotHeight },
      xAxis: axis,
      yAxis: down.axis,
      series: series,
    },
  };
}
