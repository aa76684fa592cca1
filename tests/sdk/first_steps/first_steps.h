#pragma once

#include "quarterdeck/programme.h"

quarterdeck::Programme first_steps();
