#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "warehouse/dialect.h"
#include "warehouse/place.h"

namespace quarterdeck::warehouse {

/// What a warehouse holds beside the rows.
struct Loaded {
    std::string document;  ///< as `text_of` wrote it, not yet checked
    std::string sha256;    ///< of it, as it was loaded
    std::string staff;     ///< what the table of staff records is called in statements
};

/// Rows to load: called once, it hands each row on, with the number of its person.
using Rows = std::function<void(const std::function<void(std::uint32_t person, const std::string& line)>&)>;

/// A connection to a warehouse. Every fault of the server, and no answer within the time allowed, is a `Refusal`.
class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    virtual const Dialect& dialect() const = 0;

    /// The rows of a statement's answer, as `Dialect::answer` shapes them: columns separated by tabs.
    virtual std::vector<std::string> lines(const std::string& statement) = 0;

    /// What `load` put there last. What is read afterwards belongs to it. Throws `Refusal` where there is nothing, or
    /// where tables of these names were made otherwise.
    virtual Loaded loaded() = 0;

    /// Puts rows and document in the place of what was loaded before: as a whole, or not at all.
    virtual void load(const std::string& document, const std::string& sha256, const Rows& rows) = 0;
};

/// Opens a connection. Throws `Refusal` when no server answers. `timeout` is for each statement.
std::unique_ptr<Connection> connect(const Place& place, std::chrono::seconds timeout);
std::unique_ptr<Connection> connect_postgresql(const Place& place, std::chrono::seconds timeout);
std::unique_ptr<Connection> connect_clickhouse(const Place& place, std::chrono::seconds timeout);

/// Where `loaded` finds nothing, or something else.
[[noreturn]] void refuse_empty(const Place& place);
[[noreturn]] void refuse_foreign(const Place& place, const std::string& what);

}  // namespace quarterdeck::warehouse
