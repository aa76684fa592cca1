// Draws one chart: a description (JSON, made by host/render/chart.cpp) in, the text of an <svg> element out.
// Runs in Duktape, so everything here is ECMAScript 5 but for modules, which esbuild resolves.

import { init, use } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { barOption } from "./bar.js";
import { lineOption } from "./line.js";
import { rowsOption } from "./rows.js";
import { stackedBarOption } from "./stacked_bar.js";
import { svgText } from "./svg.js";
import { WIDTH } from "./look.js";

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer, TitleComponent]);

var OPTIONS = { bar: barOption, line: lineOption, rows: rowsOption, stacked_bar: stackedBarOption };

globalThis.drawChart = function (json) {
  var description = JSON.parse(json);
  var drawing = OPTIONS[description.kind](description);
  var chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: drawing.height });
  try {
    chart.setOption(drawing.option);
    return svgText(chart.getZr().painter.renderToVNode({ useViewBox: true }), description);
  } finally {
    chart.dispose();
  }
};
