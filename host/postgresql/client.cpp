#include "postgresql/client.h"

#include <Poco/Exception.h>
#include <Poco/SharedLibrary.h>
#include <fmt/format.h>

#include "process/installation.h"
#include "refusal.h"

namespace quarterdeck::postgresql {
namespace {

const Client& client() {
    static const Client* const loaded = [] {
        const std::string file = installed("quarterdeck-postgresql.so").string();
        try {
            Poco::SharedLibrary library(file);  // stays loaded
            return reinterpret_cast<const Client* (*)()>(library.getSymbol("quarterdeck_postgresql"))();
        } catch (const Poco::Exception& fault) {
            std::string why = fault.message();
            if (why.starts_with(file + ": ")) why.erase(0, file.size() + 2);
            throw Refusal(
                fmt::format("{}: what speaks with PostgreSQL can't be loaded ({}). Install or build Quarterdeck again.",
                            file, why));
        }
    }();
    return *loaded;
}

}  // namespace

const std::string& known_to_sessions() {
    return client().known_to_sessions();
}

std::unique_ptr<Copying> connect(const std::string& connection) {
    return client().connect(connection);
}

}  // namespace quarterdeck::postgresql
