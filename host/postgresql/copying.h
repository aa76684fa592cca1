#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace quarterdeck::postgresql {

/// What went wrong, in the server's or libpq's own words.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Called once, it hands on each line, with its line feed, as COPY reads text.
using Lines = std::function<void(const std::function<void(const std::string&)>&)>;

/// A connection by libpq alone, which can COPY. Everything throws `Fault`.
class Copying {
public:
    Copying() = default;
    Copying(const Copying&) = delete;
    Copying& operator=(const Copying&) = delete;
    virtual ~Copying() = default;

    /// The first field of the answer's first row; empty where there is none.
    virtual std::string run(const std::string& statements) = 0;

    virtual void copy(const std::string& table, const Lines& lines) = 0;
};

}  // namespace quarterdeck::postgresql
