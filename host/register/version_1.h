#pragma once

#include <Poco/Data/Session.h>

namespace quarterdeck::returns {

/// Copies the returns of a register's first version into its journal, under their numbers. The old tables stay.
/// Throws `Poco::Exception`, and `std::runtime_error` for content that isn't a return's.
void copy_version_1(Poco::Data::Session& session);

}  // namespace quarterdeck::returns
