// Whatever the strict decoder accepts survives its canonical form, and the lenient mode accepts at least as much.
#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/fuzz/invariant.hpp"

using namespace countersign::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto lenient = decodeStrict(bytes, limits::embedded, Numbers::Any);
    if (lenient)
        require(decodeStrict(compactText(*lenient), limits::embedded, Numbers::Any) == *lenient);

    const auto strict = decodeStrict(bytes, limits::proposal);
    if (!strict)
        return 0;
    require(lenient.has_value());
    const auto text = canonical(*strict);
    require(text.has_value());
    const auto again = decodeStrict(*text, limits::proposal);
    require(again.has_value() && canonical(*again) == *text);
    return 0;
}
