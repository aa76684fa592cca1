#pragma once

#include <Poco/Data/Session.h>

#include "register/place.h"

namespace quarterdeck::returns {

/// Makes a register in an empty place, or brings an older one to this program's version, in one transaction; does
/// nothing where neither is needed. Throws `Refusal` for a place that has no register when `create` is false, that
/// holds something else, or whose register is newer; `Poco::Exception` for the database's own faults.
void bring_up_to_date(Poco::Data::Session& session, const Place& place, bool create);

}  // namespace quarterdeck::returns
