#include "workbook_input/reader/cells_json.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "refusal.h"
#include "workbook_input/cell_import.h"

namespace quarterdeck::workbook_input {
namespace {

using nlohmann::json;

constexpr std::size_t most_cells = 200'000;
constexpr const char* formula = "formula";

const char* kind_of(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::number: return "number";
        case Value::Kind::boolean: return "boolean";
        case Value::Kind::text: break;
    }
    return "text";
}

class Collected : public CellSink {
public:
    void begin_sheet(std::string_view name) override { sheets_.push_back({std::string(name), {}}); }
    void put(const CellPlace& place, Value value) override {
        keep(place, {kind_of(value.kind), std::move(value.text)});
    }
    void put_formula(const CellPlace& place, std::optional<Value> /*result*/) override { keep(place, {formula, ""}); }

    json sheets() const {
        json sheets = json::array();
        for (const auto& [name, cells] : sheets_) {
            json list = json::array();
            for (const auto& [place, cell] : cells) list.push_back({place.first, place.second, cell.kind, cell.text});
            sheets.push_back({{"name", name}, {"cells", std::move(list)}});
        }
        return sheets;
    }

private:
    struct Cell {
        const char* kind;
        std::string text;
    };
    struct Sheet {
        std::string name;
        std::map<std::pair<std::size_t, std::size_t>, Cell> cells;  ///< by row and column
    };

    void keep(const CellPlace& place, Cell cell) {
        if (++count_ > most_cells)
            throw Refusal(fmt::format(
                "the workbook holds more than {} cells; a return has a few thousand. Copy the answers into the "
                "workbook as it was issued.",
                most_cells));
        auto& cells = sheets_.at(place.sheet).cells;
        const auto [known, is_new] = cells.try_emplace({place.row, place.column}, cell);
        if (!is_new && known->second.kind != formula) known->second = std::move(cell);
    }

    std::vector<Sheet> sheets_;
    std::size_t count_ = 0;
};

}  // namespace

std::string cells_json(std::string_view workbook) {
    Collected collected;
    const bool days_from_1904 = import_cells(workbook, collected);
    return json{{"sheets", collected.sheets()}, {"days_from_1904", days_from_1904}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
}

}  // namespace quarterdeck::workbook_input
