// A signed document is its own canonical form: what is read and has no unknown member is written back byte for byte.
// With unknown members the bytes differ, and reading again must still say the same.
#include "core/protocol/decision_codec.hpp"
#include "tests/fuzz/invariant.hpp"

using namespace countersign;
using namespace countersign::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto decision = readDecision(bytes))
        require(readDecision(decisionBytes(*decision)) == *decision);
    if (const auto receipt = readReceipt(bytes))
        require(readReceipt(receiptBytes(*receipt)) == *receipt);
    if (const auto model = readDisplayModel(bytes))
        require(readDisplayModel(displayModelBytes(*model)) == *model);
    return 0;
}
