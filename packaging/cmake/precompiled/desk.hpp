// What every step of the engine reads.
#pragma once

#include "core/engine/steps.hpp"
#include "packaging/cmake/precompiled/plain.hpp"
