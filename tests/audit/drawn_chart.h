#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "audit/finished/chart_table.h"
#include "audit/finished/page_chart.h"
#include "audit/finished/page_chart_check.h"
#include "report/model.h"

namespace quarterdeck::testing {

/// A table of made-up figures with a chart, drawn as for a page.
struct DrawnChart {
    DrawnChart(Chart::Kind kind, Table table);

    /// A table with names that hold numbers, in which figures are missing now and then. Columns of years make a small
    /// picture a row.
    static Table made_up(std::mt19937& random, bool years, bool percent);

    audit::ChartTable table() const;
    audit::PageChart drawn() const;

    report::TableBlock block;
};

/// What is wrong with a picture that stands beside this table; empty where nothing is.
std::string fault(const audit::PageChart& picture, const audit::ChartTable& table);

}  // namespace quarterdeck::testing
