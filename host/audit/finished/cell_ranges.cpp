#include "audit/finished/cell_ranges.h"

#include <cstdint>
#include <string_view>

namespace quarterdeck::audit {
namespace {

/// Reads a formula from left to right.
class Reading {
public:
    explicit Reading(std::string_view formula) : left_(formula) {}

    std::optional<NamedCells> cells() {
        const bool brackets = take('(');
        do
            if (!range()) return std::nullopt;
        while (take(','));
        if ((brackets && !take(')')) || !left_.empty()) return std::nullopt;
        return std::move(named_);
    }

private:
    bool take(char c) {
        if (!left_.starts_with(c)) return false;
        left_.remove_prefix(1);
        return true;
    }

    bool range() {
        const std::string sheet = sheet_name();
        if (sheet.empty() || !take('!') || (!named_.sheet.empty() && named_.sheet != sheet)) return false;
        named_.sheet = sheet;
        const std::optional<workbook_check::Position> first = position();
        if (!first) return false;
        const std::optional<workbook_check::Position> last = take(':') ? position() : first;
        if (!last) return false;
        constexpr std::size_t most_cells = 100'000;
        for (std::uint32_t row = first->first; row <= last->first; ++row)
            for (std::uint32_t column = first->second; column <= last->second; ++column) {
                if (named_.cells.size() == most_cells) return false;
                named_.cells.emplace_back(row, column);
            }
        return true;
    }

    std::string sheet_name() {
        std::string name;
        if (!take('\'')) {
            for (; !left_.empty() && left_.front() != '!'; left_.remove_prefix(1)) name += left_.front();
            return name;
        }
        while (!left_.empty()) {
            if (take('\'') && !left_.starts_with('\'')) return name;
            if (left_.empty()) break;
            name += left_.front();
            left_.remove_prefix(1);
        }
        return {};
    }

    /// "$B$12".
    std::optional<workbook_check::Position> position() {
        constexpr std::uint32_t most = 1'048'576;
        workbook_check::Position at{0, 0};
        take('$');
        for (; !left_.empty() && left_.front() >= 'A' && left_.front() <= 'Z' && at.second <= most;
             left_.remove_prefix(1))
            at.second = at.second * 26 + static_cast<std::uint32_t>(left_.front() - 'A' + 1);
        take('$');
        for (; !left_.empty() && left_.front() >= '0' && left_.front() <= '9' && at.first <= most;
             left_.remove_prefix(1))
            at.first = at.first * 10 + static_cast<std::uint32_t>(left_.front() - '0');
        if (at.first == 0 || at.second == 0 || at.first > most || at.second > most) return std::nullopt;
        return at;
    }

    std::string_view left_;
    NamedCells named_;
};

}  // namespace

std::optional<NamedCells> named_cells(const std::string& formula) {
    return Reading(formula.starts_with('=') ? std::string_view(formula).substr(1) : std::string_view(formula)).cells();
}

}  // namespace quarterdeck::audit
