// An audit package as a set of files, wherever it lies. Names and sizes are hostile until compared with the manifest.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::verify
{

struct Entry {
    std::string path;   // relative, with '/'
    bool isFile = true; // false: a link, a device, an encrypted entry or an empty folder
};

enum class SourceError {
    NotThere,    // there is no such package or entry
    NotAPackage, // neither a folder nor a zip archive
    Unreadable,  // input or output failed, or the archive is damaged there
};

// Receives the bytes piece by piece; false ends the reading.
using ByteSink = std::function<bool(BytesView)>;

class PackageSource
{
public:
    virtual ~PackageSource() = default;
    // In any order; a name that an archive holds twice comes twice. Folders are no entries.
    [[nodiscard]] virtual Result<std::vector<Entry>, SourceError> entries() = 0;
    [[nodiscard]] virtual Result<Done, SourceError> read(std::string_view path, const ByteSink &sink) = 0;
};

} // namespace countersign::verify
