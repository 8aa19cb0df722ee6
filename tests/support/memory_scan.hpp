// Looks through this process's own memory for bytes that must not be there (reliability.md 5.2, F19). The bytes that it
// looks for are kept masked, so that it never finds itself. Linux.
#pragma once

#include "core/base/bytes.hpp"

#include <string>
#include <vector>

namespace countersign::support
{

class MemoryScan
{
public:
    // At least eight bytes. The caller's own copy is the caller's to wipe.
    void lookFor(std::string name, BytesView bytes);
    // The same text in UTF-8 and as Qt has it.
    void lookForText(const std::string &name, std::string_view text);

    // The names of what was found, once for each place.
    [[nodiscard]] std::vector<std::string> find() const;
    // Of the last find().
    [[nodiscard]] std::size_t bytesRead() const { return bytesRead_; }

private:
    struct Needle {
        std::string name;
        Bytes masked;
    };

    void search(BytesView memory, std::size_t fresh, std::vector<std::string> &found) const;

    std::vector<Needle> needles_;
    mutable std::size_t bytesRead_ = 0;
};

} // namespace countersign::support
