// Whatever is accepted as a message of the stream is written back as the same message.
#include "core/protocol/messages.hpp"
#include "tests/fuzz/invariant.hpp"

using namespace countersign::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto message = decodeMessage(bytes))
        require(decodeMessage(encodeMessage(*message)) == *message);
    if (const auto row = readSummary(bytes))
        require(readSummary(summaryBytes(*row)) == *row);
    return 0;
}
