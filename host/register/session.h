#pragma once

#include <Poco/Data/Session.h>

#include <filesystem>

namespace Poco {
class Exception;
}

namespace quarterdeck::returns {

/// An open session with the settings that the register needs: foreign keys, a wait for other writers, and writes
/// that outlast a power cut. Throws `Poco::Exception`.
Poco::Data::Session open_session(const std::filesystem::path& path);

/// Whether a fault of the database means that the file is something else.
bool is_no_database(const Poco::Exception& fault);

/// Throws the `Refusal` that tells a fault of the database in a sentence.
[[noreturn]] void refuse(const std::filesystem::path& path, const Poco::Exception& fault);

/// What is done from here on happens as a whole at `commit`, or not at all.
class Transaction {
public:
    /// `deferred` reads one state of the file; `immediate` keeps other writers away as well.
    enum class Kind { deferred, immediate };

    Transaction(Poco::Data::Session& session, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Poco::Data::Session& session_;
    bool open_ = true;
};

}  // namespace quarterdeck::returns
