#include "core/domain/proposal.hpp"

#include "core/base/result.hpp"

#include <algorithm>

namespace countersign::domain
{

const std::vector<Section> &sectionsOf(const Draft &draft)
{
    static const std::vector<Section> none;
    return std::visit(Overload{[](const ToolCallDraft &) -> const std::vector<Section> & { return none; },
                               [](const auto &d) -> const std::vector<Section> & { return d.sections; }},
                      draft);
}

std::vector<Section> *sectionsOf(Draft &draft)
{
    return std::visit(Overload{[](ToolCallDraft &) -> std::vector<Section> * { return nullptr; },
                               [](auto &d) -> std::vector<Section> * { return &d.sections; }},
                      draft);
}

const Statement *findStatement(const Draft &draft, const StatementId &id)
{
    for (const Section &section : sectionsOf(draft))
        for (const Statement &statement : section.statements)
            if (statement.id == id)
                return &statement;
    return nullptr;
}

const Source *findSource(const Proposal &proposal, const SourceId &id)
{
    const auto found =
        std::find_if(proposal.sources.begin(), proposal.sources.end(), [&](const Source &s) { return s.id == id; });
    return found == proposal.sources.end() ? nullptr : &*found;
}

} // namespace countersign::domain
