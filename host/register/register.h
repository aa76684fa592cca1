#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "register/calendar.h"
#include "register/definitions.h"
#include "register/edition.h"
#include "register/programme_return.h"
#include "register/reported.h"
#include "register/translation.h"

namespace quarterdeck::returns {

/// Everything that is in the register, whatever its number.
inline constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

/// The programmes' returns, quarter by quarter, with the definitions they were issued against, their approvals, the
/// quarters' calendars and the reports' editions. It is only appended to: whatever was returned stays, and a
/// correction is a further return. Each entry has a number, and reading up to a number gives the register as it was
/// then. Several programs may read and append at once; one that is killed leaves whole entries only. All members
/// throw `Refusal` when the register can't be read or written.
class Register {
public:
    enum class WhenAbsent { create, refuse };

    /// `place` is a path, `sqlite:///path`, or `postgresql://user@host:port/database`. Throws `Refusal` for another
    /// kind of place, a database of something else, and a register of a newer version of Quarterdeck.
    static Register open(const std::string& place, WhenAbsent when_absent);

    Register(Register&&) noexcept;
    Register& operator=(Register&&) noexcept;
    ~Register();

    /// Each appends all or nothing, and gives the number of the entry.
    std::int64_t append(const Return& content);  ///< its own `number` and `approval` are ignored
    std::int64_t append(const Approval& approval);
    std::int64_t append(const Calendar& calendar);
    std::int64_t append(const Edition& edition);
    std::int64_t append(const Translation& translation);

    /// Appends the editions of a release's reports, all or none. Throws `Refusal` when an edition was appended after
    /// the entry numbered `known_up_to`: the release takes no account of it.
    void append(const std::vector<Edition>& editions, std::int64_t known_up_to);

    /// Appends definitions unless they are the ones that the programme had last.
    void keep(const Definitions& definitions);

    std::int64_t last_number() const;  ///< 0 when nothing was appended yet

    /// All returns of all programmes for a quarter, drafts and corrections included, in the order of appending.
    std::vector<Return> returns(const Quarter& quarter, std::int64_t up_to = everything) const;

    /// The last return that a programme appended for a quarter, a draft too.
    std::optional<Return> latest(const std::string& programme, const Quarter& quarter,
                                 std::int64_t up_to = everything) const;

    /// What every programme has returned for a quarter and those before it; `quarters` of them in all.
    Reported reported(const Quarter& quarter, std::size_t quarters = 4, std::int64_t up_to = everything) const;

    /// The calendar that was entered last for a quarter.
    std::optional<Calendar> calendar(const Quarter& quarter, std::int64_t up_to = everything) const;

    /// All editions of a report for a quarter, each state as it was entered, in the order of appending.
    std::vector<Edition> editions(const std::string& report, const Quarter& quarter,
                                  std::int64_t up_to = everything) const;

    /// Every issued edition of every report that holds published figures, with its entry's number, in the order of
    /// appending.
    std::vector<std::pair<std::int64_t, Edition>> issued(std::int64_t up_to = everything) const;

    /// A programme's definitions, oldest first.
    std::vector<Definitions> definitions(const std::string& programme, std::int64_t up_to = everything) const;

private:
    struct State;
    explicit Register(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace quarterdeck::returns
