#pragma once

#include <utility>

#include "quarterdeck/table.h"

namespace quarterdeck::disclosure {

/// A table that may be published. Everything after protection takes this type, and only `Protector` makes it,
/// so no true figure reaches a report by another way.
class ProtectedTable {
public:
    const Table& table() const { return table_; }
    const std::vector<Label>& labels() const { return table_.labels; }
    const std::vector<Column>& columns() const { return table_.columns; }
    const std::vector<TableRow>& rows() const { return table_.rows; }

private:
    friend class Protector;
    explicit ProtectedTable(Table table) : table_(std::move(table)) {}

    Table table_;
};

}  // namespace quarterdeck::disclosure
