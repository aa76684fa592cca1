#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "warehouse/place.h"

namespace quarterdeck::warehouse {

/// The servers of a ClickHouse warehouse over HTTP. Faults are `Refusal`s. The password goes into a header, which no
/// log of the server shows.
class ClickHouseHttp {
public:
    /// The place must outlive this.
    ClickHouseHttp(const Place& place, std::chrono::seconds timeout);

    /// The lines of a statement's answer, asked of one server.
    std::vector<std::string> ask(const std::string& statement, std::size_t server = 0) const;

    /// Sends rows in the format TabSeparated; the statement begins with INSERT.
    void insert(const std::string& statement, std::string_view rows, std::size_t server) const;

private:
    std::string send(const std::string& statement, std::string_view body, std::size_t server) const;

    const Place& place_;
    std::chrono::seconds timeout_;
    std::string password_;
};

}  // namespace quarterdeck::warehouse
