// Horizontal bars from zero, one a series, side by side within each category.

import { areaLook } from "./look.js";
import { HIDDEN, categoriesDown, figureStyle, hasHidden, legend, style, valueAxis } from "./layout.js";

var FIGURE_ROOM = 64;
var AXIS_ROOM = 30;
var BAR = 18;

export function barOption(description) {
  var key = legend(description);
  var down = categoriesDown(description);
  var series = description.series.map(function (part, index) {
    return {
      type: "bar",
      name: String(index),
      barCategoryGap: 10,
      barGap: "10%",
      silent: true,
      itemStyle: { color: areaLook(index).fill },
      data: part.figures.map(function (figure) {
        return figure.marker ? { value: 0, itemStyle: { color: "none" } } : Number(figure.number);
      }),
      label: style(figureStyle(), {
        show: true,
        position: "right",
        formatter: function (at) {
          var figure = part.figures[at.dataIndex];
          return figure.marker || figure.text;
        },
      }),
    };
  });
  if (hasHidden(description)) {
    series.push({ type: "line", name: HIDDEN, data: [] });
    key.option.data[key.option.data.length - 1].icon = "none";
  }

  var top = key.height + 12;
  var band = Math.max(down.band, description.series.length * BAR + 10);
  var plotHeight = band * Math.max(1, description.categories.length);
  return {
    height: top + plotHeight + AXIS_ROOM,
    option: {
      animation: false,
      legend: key.option,
      grid: { left: down.width, right: FIGURE_ROOM, top: top, height: plotHeight },
      xAxis: valueAxis(description),
      yAxis: down.axis,
      series: series,
    },
  };
}
