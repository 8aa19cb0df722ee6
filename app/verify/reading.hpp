// Reads a package's files within limits: small ones whole, lines one by one.
#pragma once

#include "app/verify/fault.hpp"
#include "app/verify/package_source.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace countersign::verify
{

[[nodiscard]] Result<std::string, FaultRule> readWhole(PackageSource &source, std::string_view path,
                                                       std::size_t bytesMax);

struct FileSum {
    std::int64_t bytes = 0;
    domain::Digest digest;
};
// The file's length and digest without its content. TooLarge as soon as it has more bytes than that.
[[nodiscard]] Result<FileSum, FaultRule> sumUp(PackageSource &source, std::string_view path, std::int64_t bytesMax);

// Numbers from 1, without the line feed; false ends the reading.
using LineSink = std::function<bool(std::int64_t number, std::string_view line)>;
// Everything up to a line that is too long (LineTooLong) or has no end (LineUnfinished); `lastLine` is its number then.
[[nodiscard]] Result<FileSum, FaultRule> readLines(PackageSource &source, std::string_view path, std::int64_t &lastLine,
                                                   const LineSink &sink);

} // namespace countersign::verify
