#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "register/programme_return.h"
#include "register/reported.h"

namespace quarterdeck::returns {

/// The programmes' returns, quarter by quarter, in an SQLite file. It is only appended to: whatever was returned
/// stays, and a correction is a further return. Several programs may read and append at once; one that is killed
/// leaves whole returns only. All members throw `Refusal` when the file can't be read or written.
class Register {
public:
    enum class WhenAbsent { create, refuse };

    /// `place` is a path or `sqlite:///path`, which is absolute. Throws `Refusal` for another kind of place, a file
    /// that isn't a register, and a register of a newer version of Quarterdeck.
    static Register open(const std::string& place, WhenAbsent when_absent);

    Register(Register&&) noexcept;
    Register& operator=(Register&&) noexcept;
    ~Register();

    /// Appends all of a return or nothing, and gives its number. Its own `number` is ignored.
    std::int64_t append(const Return& content);

    /// All returns of all programmes for a quarter, corrections included, in the order of appending.
    std::vector<Return> returns(const Quarter& quarter) const;

    /// The last return that a programme appended for a quarter.
    std::optional<Return> latest(const std::string& programme, const Quarter& quarter) const;

    /// What every programme has returned for a quarter and the one before, as it stands at one moment.
    Reported reported(const Quarter& quarter) const;

private:
    struct State;
    explicit Register(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace quarterdeck::returns
