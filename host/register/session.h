#pragma once

#include <Poco/Data/Session.h>

#include "register/place.h"

namespace Poco {
class Exception;
}

namespace quarterdeck::returns {

/// An open session with the settings that the register needs: a wait for other writers, and writes that outlast a
/// power cut. Throws `Poco::Exception`, and `Refusal` when no server answers.
Poco::Data::Session open_session(const Place& place);

/// Throws the `Refusal` that tells a fault of the database in a sentence.
[[noreturn]] void refuse(const Place& place, const Poco::Exception& fault);

/// What is done from here on happens as a whole at `commit`, or not at all.
class Transaction {
public:
    /// `reading` sees one state of the register; `writing` keeps other writers away as well.
    enum class Kind { reading, writing };

    Transaction(Poco::Data::Session& session, const Place& place, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Poco::Data::Session& session_;
    bool open_ = true;
};

}  // namespace quarterdeck::returns
