// One line a series over the categories, from left to right. A line has a gap where its figure is missing, and the
// figure's marker stands below the axis.

import { AXIS, WIDTH, lineLook } from "./look.js";
import {
  HIDDEN, LINE, figureStyle, hasHidden, labelStyle, legend, onlyMarker, style, textWidth, valueAxis, wrapped,
} from "./layout.js";

var PLOT_HEIGHT = 280;
var FIGURE_SIZE = figureStyle().fontSize;
var SIDE = 24;

function markersAt(description, index) {
  var markers = [];
  description.series.forEach(function (series) {
    var marker = series.figures[index].marker;
    if (marker && !onlyMarker(series) && markers.indexOf(marker) < 0) markers.push(marker);
  });
  return markers.join(" ");
}

function largest(description) {
  var texts = [0];
  description.series.forEach(function (series) {
    series.figures.forEach(function (figure) {
      if (!figure.marker) texts.push(textWidth(figure.text, FIGURE_SIZE));
    });
  });
  return Math.max.apply(null, texts);
}

export function lineOption(description) {
  var key = legend(description);
  var left = Math.ceil(largest(description)) + 24;
  var step = (WIDTH - left - SIDE) / Math.max(1, description.categories.length);
  var most = 1;
  var texts = description.categories.map(function (category, index) {
    var lines = wrapped(category, Math.max(step - 6, 40));
    var markers = markersAt(description, index);
    if (markers) lines.push(markers);
    most = Math.max(most, lines.length);
    return lines.join("\n");
  });

  var series = description.series.map(function (part, index) {
    var look = lineLook(index);
    return {
      type: "line",
      name: String(index),
      silent: true,
      symbol: look.symbol,
      symbolSize: 9,
      clip: false,
      connectNulls: false,
      color: look.colour,
      lineStyle: { width: 2.5, type: look.dash },
      itemStyle: { borderWidth: 2 },
      data: part.figures.map(function (figure) {
        return figure.marker ? null : Number(figure.number);
      }),
    };
  });
  if (hasHidden(description)) {
    series.push({ type: "line", name: HIDDEN, data: [] });
    key.option.data[key.option.data.length - 1].icon = "none";
  }

  var top = key.height + 20;
  return {
    height: top + PLOT_HEIGHT + most * LINE + 14,
    option: {
      animation: false,
      legend: key.option,
      grid: { left: left, right: SIDE, top: top, height: PLOT_HEIGHT },
      xAxis: {
        type: "category",
        data: description.categories.map(function (category, index) {
          return String(index);
        }),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: AXIS } },
        axisLabel: style(labelStyle(), {
          interval: 0,
          margin: 10,
          formatter: function (index) {
            return texts[Number(index)];
          },
        }),
      },
      yAxis: valueAxis(description),
      series: series,
    },
  };
}
