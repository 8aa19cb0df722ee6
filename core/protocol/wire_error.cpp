#include "core/protocol/wire_error.hpp"

#include <array>

namespace countersign::protocol
{
namespace
{

// In the order of the enumerators.
constexpr auto texts = std::to_array<std::string_view>({
    "document-too-large",
    "byte-order-mark",
    "not-utf8",
    "not-json",
    "truncated",
    "trailing-bytes",
    "lone-surrogate",
    "nul-in-text",
    "duplicate-member",
    "nan-or-infinity",
    "not-an-integer",
    "integer-out-of-range",
    "nesting-too-deep",
    "too-many-members",
    "too-many-items",
    "too-many-values",
    "string-too-long",
    "missing-member",
    "wrong-type",
    "unknown-schema",
    "unknown-draft-kind",
    "unknown-selector-type",
    "unknown-message",
    "unknown-word",
    "bad-id",
    "bad-digest",
    "bad-instant",
    "bad-date",
    "text-too-short",
    "text-too-long",
    "out-of-range",
    "too-few-items",
    "too-many-sources",
    "too-many-statements",
    "too-many-citations",
    "source-text-too-long",
    "duplicate-id",
    "cites-unknown-source",
    "selector-reversed",
    "selector-outside",
    "both-content-and-blob",
    "read-without-content",
    "embedded-not-json",
    "wrong-digest",
    "not-canonical",
});
static_assert(texts.size() == static_cast<std::size_t>(Rule::NotCanonical) + 1);

} // namespace

std::string_view ruleText(Rule rule)
{
    return texts.at(static_cast<std::size_t>(rule));
}

} // namespace countersign::protocol
