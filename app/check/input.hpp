// Proposals out of a stream: one JSON object a file, or one a line. Reads no more than it hands out.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace countersign::check
{

class ProposalStream
{
public:
    explicit ProposalStream(std::istream &stream) : stream_(stream) {}

    // The next document's bytes; nothing at the end. A first line that is no whole object takes the rest of the file
    // with it: an object that was written over several lines.
    [[nodiscard]] std::optional<std::string> next();

private:
    std::istream &stream_;
    bool isFirst_ = true;
};

} // namespace countersign::check
