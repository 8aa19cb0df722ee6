// Whatever is accepted as a proposal is written back as one that says the same.
#include "core/protocol/proposal_codec.hpp"
#include "tests/fuzz/invariant.hpp"

using namespace countersign;
using namespace countersign::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto decoded = decodeProposal({reinterpret_cast<const char *>(data), size});
    if (!decoded)
        return 0;
    require(readProposal(encodeProposal(decoded->proposal)) == decoded->proposal);
    require(readDraft(encodeDraft(decoded->proposal.draft)) == decoded->proposal.draft);

    const domain::PolicyRef policy{"p", "1", domain::Digest("sha256:" + std::string(64, '0'))};
    const auto item = readItem(itemBytes(decoded->document, policy, domain::Tier::Low));
    require(item.has_value() && item->proposal == decoded->proposal && item->policy == policy);
    require(!draftAndSourcesBytes(decoded->document).empty());
    return 0;
}
