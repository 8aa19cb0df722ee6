// Tables of contradictions: a source, a draft that contradicts it, and one that does not.
#pragma once

#include "core/checks/registry.hpp"
#include "tests/checks/visit.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace countersign::tests
{

struct Contradiction {
    std::string_view said, wrong, right;
};

inline bool has(std::string_view said, std::string_view written, std::string_view code)
{
    const domain::Proposal proposal = visit(said, written);
    const auto findings = checks::runChecks(proposal, {}, proposal.proposedAt);
    return std::ranges::any_of(findings, [&](const domain::Finding &finding) { return finding.code == code; });
}

inline void expect(std::string_view code, std::initializer_list<Contradiction> rows)
{
    for (const Contradiction &row : rows) {
        CAPTURE(row.said);
        CAPTURE(row.wrong);
        CHECK(has(row.said, row.wrong, code));
        CAPTURE(row.right);
        CHECK_FALSE(has(row.said, row.right, code));
    }
}

} // namespace countersign::tests
