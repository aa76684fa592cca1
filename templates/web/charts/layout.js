// Room for texts, measured as ECharts measures them, and the parts that all kinds of chart share.

import { getWidth } from "zrender/lib/contain/text.js";
import { parsePlainText } from "zrender/lib/graphic/helper/parseText.js";
import { AXIS, FIGURE_SIZE, FONT, GRID, INK, TEXT_SIZE, WIDTH } from "./look.js";

export var LINE = TEXT_SIZE + 3;
export var HIDDEN = "hidden";

var SWATCH = 20;
var SWATCH_GAP = 5;
var ITEM_GAP = 16;

function font(size) {
  return size + "px " + FONT;
}

export function textWidth(text, size) {
  return getWidth(text, font(size));
}

// The text broken into lines no wider than `width`, in ordinary text size.
export function wrapped(text, width) {
  return parsePlainText(text, { width: width, overflow: "break", font: font(TEXT_SIZE) }, null, null).lines;
}

export function labelStyle() {
  return { color: INK, fontFamily: FONT, fontSize: TEXT_SIZE, lineHeight: LINE };
}

export function figureStyle() {
  return { color: INK, fontFamily: FONT, fontSize: FIGURE_SIZE };
}

// Names of the series above the picture, with the meaning of hidden figures last where there are any.
// Series are known by their index, so that two of the same name stay two. `height` is the room it takes.
export function legend(description) {
  var names = description.series.map(function (series) {
    var marker = onlyMarker(series);
    return marker ? series.name + " " + marker : series.name;
  });
  var keys = names.map(function (name, index) {
    return String(index);
  });
  if (hasHidden(description)) {
    keys.push(HIDDEN);
    names.push(description.hidden);
  }
  var room = WIDTH - SWATCH - SWATCH_GAP - 8;
  var texts = names.map(function (name) {
    return wrapped(name, room);
  });
  var x = 0;
  var height = 0;
  var rowHeight = 0;
  texts.forEach(function (lines) {
    var widest = Math.max.apply(
      null,
      lines.map(function (line) {
        return textWidth(line, TEXT_SIZE);
      })
    );
    var itemWidth = SWATCH + SWATCH_GAP + widest + ITEM_GAP;
    if (x > 0 && x + itemWidth > WIDTH) {
      height += rowHeight + ITEM_GAP;
      x = 0;
      rowHeight = 0;
    }
    x += itemWidth;
    rowHeight = Math.max(rowHeight, lines.length * LINE);
  });
  return {
    height: height + rowHeight,
    option: {
      data: keys.map(function (key) {
        return { name: key };
      }),
      formatter: function (key) {
        return texts[keys.indexOf(key)].join("\n");
      },
      left: 0,
      top: 0,
      padding: 0,
      itemGap: ITEM_GAP,
      itemWidth: SWATCH,
      itemHeight: 14,
      selectedMode: false,
      textStyle: labelStyle(),
    },
  };
}

// The marker of a series that has no figure at all.
export function onlyMarker(series) {
  var first = series.figures.length ? series.figures[0].marker : null;
  return series.figures.every(function (figure) {
    return figure.marker === first;
  })
    ? first
    : null;
}

export function hasHidden(description) {
  return description.series.some(function (series) {
    return series.figures.some(function (figure) {
      return figure.hidden;
    });
  });
}

// The categories down the left side, top to bottom. `width` is their room, `band` the height of the tallest.
export function categoriesDown(description) {
  var widest = 0;
  var most = 1;
  var texts = description.categories.map(function (category) {
    var lines = wrapped(category, 0.34 * WIDTH);
    most = Math.max(most, lines.length);
    lines.forEach(function (line) {
      widest = Math.max(widest, textWidth(line, TEXT_SIZE));
    });
    return lines.join("\n");
  });
  return {
    width: Math.ceil(widest) + 12,
    band: most * LINE + 8,
    axis: {
      type: "category",
      inverse: true,
      data: description.categories.map(function (category, index) {
        return String(index);
      }),
      z: 3,
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: AXIS } },
      axisLabel: style(labelStyle(), {
        interval: 0,
        margin: 10,
        formatter: function (index) {
          return texts[Number(index)];
        },
      }),
    },
  };
}

export function valueAxis(description) {
  return {
    type: "value",
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: GRID } },
    axisLabel: style(figureStyle(), {
      formatter: function (value) {
        return grouped(value) + (description.percent ? "%" : "");
      },
    }),
  };
}

export function style(base, more) {
  Object.keys(more).forEach(function (key) {
    base[key] = more[key];
  });
  return base;
}

function grouped(value) {
  return String(value).replace(/^(-?\d+)/, function (digits) {
    return digits.replace(/\B(?=(\d{3})+$)/g, ",");
  });
}
