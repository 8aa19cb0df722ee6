// Documents in, texts out, in the order of the input: one thread reads and writes, workers do the rest, and no more
// than a few batches are held at a time, however long the input is.
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace countersign::check
{

// The first is number `first` of the stream, counted from 1. Called by several threads at a time.
template <class Result>
using Work = std::function<Result(std::vector<std::string> &&documents, std::size_t first)>;

struct Outcome {
    std::string text;   // for the output
    std::string errors; // for standard error
    bool hasStop = false;
    std::size_t proposals = 0, refused = 0;
};

// `take` is called on this thread, once a batch, in order; false ends the run early.
void runOrdered(std::istream &input, unsigned workers, const Work<Outcome> &work,
                const std::function<bool(const Outcome &)> &take);

} // namespace countersign::check
