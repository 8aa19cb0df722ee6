// What the interface knows of time: handed in, so that a test can hold it still. Only the program asks a real clock.
#pragma once

#include "core/base/instant.hpp"

#include <functional>

namespace countersign::presenters
{

struct Clock {
    std::function<Instant()> now;          // what is shown beside a signature
    std::function<milliseconds()> elapsed; // never goes back; counts only how long something was looked at
};

} // namespace countersign::presenters
