// The tour itself: which pictures are taken, in which order.
#pragma once

#include "tests/ui/tour_stage.hpp"

namespace countersign::tour
{

struct Route {
    bool isStill = false;             // canned desk: the person is signed in already
    std::function<void()> letHoldEnd; // unset: the real clock does it
};

void walk(Stage &stage, const Route &route);
// Chapters in files of their own.
void evidence(Stage &stage);
void trust(Stage &stage);

} // namespace countersign::tour
