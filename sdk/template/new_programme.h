#pragma once

#include "quarterdeck/programme.h"

/// The programme "New programme": its staff, and what it plans to do.
quarterdeck::Programme new_programme_plugin();
