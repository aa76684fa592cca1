#pragma once

#include <memory>
#include <string>

#include "postgresql/copying.h"

/// What speaks with PostgreSQL is loaded when a database is named for the first time: it brings twenty libraries, whose
/// loading takes as long as everything else at the beginning of a program.
namespace quarterdeck::postgresql {

/// Makes PostgreSQL known to Poco::Data; the name by which sessions ask for it. Throws `Refusal` where the client can't
/// be loaded.
const std::string& known_to_sessions();

/// Throws `Fault` when no server answers, and `Refusal` like `known_to_sessions`.
std::unique_ptr<Copying> connect(const std::string& connection);

/// What the client's file hands over.
struct Client {
    const std::string& (*known_to_sessions)();
    std::unique_ptr<Copying> (*connect)(const std::string& connection);
};

}  // namespace quarterdeck::postgresql
