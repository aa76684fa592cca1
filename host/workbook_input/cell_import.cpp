#include "workbook_input/cell_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "workbook_input/inline_texts.h"
#include "workbook_input/parts.h"

namespace quarterdeck::workbook_input {

namespace {

namespace ss = orcus::spreadsheet;

constexpr ss::row_t last_row = 1'048'576;
constexpr ss::col_t last_column = 16'384;

/// Texts are read apart: see `Parts`.
class PassedOver : public ss::iface::import_shared_strings {
public:
    std::size_t append(std::string_view /*text*/) override { return count_++; }
    std::size_t add(std::string_view text) override { return append(text); }
    void set_segment_font(std::size_t /*font*/) override {}
    void set_segment_bold(bool /*bold*/) override {}
    void set_segment_italic(bool /*italic*/) override {}
    void set_segment_font_name(std::string_view /*name*/) override {}
    void set_segment_font_size(double /*points*/) override {}
    void set_segment_font_color(ss::color_elem_t /*alpha*/, ss::color_elem_t /*red*/, ss::color_elem_t /*green*/,
                                ss::color_elem_t /*blue*/) override {}
    void append_segment(std::string_view /*text*/) override {}
    std::size_t commit_segments() override { return count_++; }

private:
    std::size_t count_ = 0;
};

/// Notes where formulas stand and what they gave. Those that fill a range don't tell what they gave in each cell.
class Formula : public ss::iface::import_formula, public ss::iface::import_array_formula {
public:
    Formula(CellSink& sink, std::size_t sheet) : sink_(sink), sheet_(sheet) {}

    void set_position(ss::row_t row, ss::col_t column) override {
        range_ = {{row, column}, {row, column}};
        result_.reset();
    }
    void set_range(const ss::range_t& range) override {
        range_ = range;
        result_.reset();
    }
    void set_formula(ss::formula_grammar_t /*grammar*/, std::string_view /*formula*/) override {}
    void set_shared_formula_index(std::size_t /*index*/) override {}
    void set_result_string(std::string_view value) override { result_ = {Value::Kind::text, std::string(value)}; }
    void set_result_value(double value) override {
        if (!std::isnan(value)) result_ = {Value::Kind::number, fmt::format("{}", value)};  // nan: there is none
    }
    void set_result_bool(bool value) override { result_ = {Value::Kind::boolean, value ? "TRUE" : "FALSE"}; }
    void set_result_empty() override {}
    void set_result_string(ss::row_t /*row*/, ss::col_t /*column*/, std::string_view /*value*/) override {}
    void set_result_value(ss::row_t /*row*/, ss::col_t /*column*/, double /*value*/) override {}
    void set_result_bool(ss::row_t /*row*/, ss::col_t /*column*/, bool /*value*/) override {}
    void set_result_empty(ss::row_t /*row*/, ss::col_t /*column*/) override {}
    void commit() override {
        for (ss::row_t row = std::max(range_.first.row, 0); row <= range_.last.row; ++row)
            for (ss::col_t column = std::max(range_.first.column, 0); column <= range_.last.column; ++column)
                sink_.put_formula({sheet_, static_cast<std::size_t>(row), static_cast<std::size_t>(column)}, result_);
    }

private:
    CellSink& sink_;
    std::size_t sheet_;
    ss::range_t range_{};
    std::optional<Value> result_;
};

class Sheet : public ss::iface::import_sheet {
public:
    Sheet(CellSink& sink, std::size_t number, std::string_view name, const std::vector<std::string>& texts)
        : sink_(sink), number_(number), name_(name), texts_(texts), formula_(sink, number) {
        sink.begin_sheet(name);
    }

    const std::string& name() const { return name_; }

    ss::iface::import_formula* get_formula() override { return &formula_; }
    ss::iface::import_array_formula* get_array_formula() override { return &formula_; }
    void set_auto(ss::row_t row, ss::col_t column, std::string_view text) override {
        put(row, column, {Value::Kind::text, std::string(text)});
    }
    void set_string(ss::row_t row, ss::col_t column, ss::string_id_t index) override {
        put(row, column, {Value::Kind::text, texts_.at(index)});
    }
    void set_value(ss::row_t row, ss::col_t column, double value) override {
        put(row, column, {Value::Kind::number, fmt::format("{}", value)});
    }
    void set_bool(ss::row_t row, ss::col_t column, bool value) override {
        put(row, column, {Value::Kind::boolean, value ? "TRUE" : "FALSE"});
    }
    void set_date_time(ss::row_t row, ss::col_t column, int year, int month, int day, int /*hour*/, int /*minute*/,
                       double /*second*/) override {
        put(row, column, {Value::Kind::text, fmt::format("{:04}-{:02}-{:02}", year, month, day)});
    }
    void set_format(ss::row_t /*row*/, ss::col_t /*column*/, std::size_t /*index*/) override {}
    void set_format(ss::row_t /*first_row*/, ss::col_t /*first_column*/, ss::row_t /*last_row*/,
                    ss::col_t /*last_column*/, std::size_t /*index*/) override {}
    void fill_down_cells(ss::row_t /*row*/, ss::col_t /*column*/, ss::row_t /*rows*/) override {}
    ss::range_size_t get_sheet_size() const override { return {last_row, last_column}; }

private:
    void put(ss::row_t row, ss::col_t column, Value value) {
        if (row < 0 || column < 0 || (value.kind == Value::Kind::text && value.text.empty())) return;
        sink_.put({number_, static_cast<std::size_t>(row), static_cast<std::size_t>(column)}, std::move(value));
    }

    CellSink& sink_;
    std::size_t number_;
    std::string name_;
    const std::vector<std::string>& texts_;
    Formula formula_;
};

/// Cells and ranges as workbooks write them: "C7", "$A$3:$L$110".
class Resolver : public ss::iface::import_reference_resolver {
public:
    ss::src_address_t resolve_address(std::string_view address) override {
        ss::src_address_t place{.sheet = 0, .row = 0, .column = 0};
        for (const char c : address) {
            if (c >= 'A' && c <= 'Z') place.column = place.column * 26 + (c - 'A' + 1);
            if (c >= '0' && c <= '9') place.row = place.row * 10 + (c - '0');
            if (place.column > last_column || place.row > last_row)
                throw std::invalid_argument("a cell beyond the sheet");
        }
        if (place.column < 1 || place.row < 1) throw std::invalid_argument("no cell");
        --place.column;
        --place.row;
        return place;
    }
    ss::src_range_t resolve_range(std::string_view range) override {
        const std::size_t colon = range.find(':');
        return {.first = resolve_address(range.substr(0, colon)),
                .last = resolve_address(colon == std::string_view::npos ? range : range.substr(colon + 1))};
    }
};

class Factory : public ss::iface::import_factory, public ss::iface::import_global_settings {
public:
    Factory(CellSink& sink, const std::vector<std::string>& texts) : sink_(sink), texts_(texts) {}

    ss::iface::import_global_settings* get_global_settings() override { return this; }
    ss::iface::import_shared_strings* get_shared_strings() override { return &passed_over_; }
    ss::iface::import_reference_resolver* get_reference_resolver(ss::formula_ref_context_t /*context*/) override {
        return &resolver_;
    }
    ss::iface::import_sheet* append_sheet(ss::sheet_t /*index*/, std::string_view name) override {
        return &sheets_.emplace_back(sink_, sheets_.size(), name, texts_);
    }
    ss::iface::import_sheet* get_sheet(std::string_view name) override {
        for (Sheet& sheet : sheets_)
            if (sheet.name() == name) return &sheet;
        return nullptr;
    }
    ss::iface::import_sheet* get_sheet(ss::sheet_t index) override {
        return index >= 0 && static_cast<std::size_t>(index) < sheets_.size()
                   ? &sheets_[static_cast<std::size_t>(index)]
                   : nullptr;
    }
    void finalize() override {}

    void set_origin_date(int /*year*/, int /*month*/, int /*day*/) override {}
    void set_default_formula_grammar(ss::formula_grammar_t grammar) override { grammar_ = grammar; }
    ss::formula_grammar_t get_default_formula_grammar() const override { return grammar_; }
    void set_character_set(orcus::character_set_t /*set*/) override {}

private:
    CellSink& sink_;
    const std::vector<std::string>& texts_;
    PassedOver passed_over_;
    Resolver resolver_;
    std::deque<Sheet> sheets_;
    ss::formula_grammar_t grammar_ = ss::formula_grammar_t::xlsx;
};

}  // namespace

bool import_cells(std::string_view bytes, CellSink& sink) {
    const Parts parts = read_parts(bytes);
    Factory factory(sink, parts.texts);
    orcus::orcus_xlsx filter(&factory);
    filter.read_stream(with_plain_targets(bytes));
    put_inline_texts(bytes, sink);
    return parts.days_from_1904;
}

}  // namespace quarterdeck::workbook_input
