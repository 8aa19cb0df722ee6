// What a fuzz target holds to be true: a broken one ends the program, which is what a fuzzer reports.
#pragma once

#include <cstdlib>

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}
