#include "core/protocol/proposal_rules.hpp"

#include "core/base/unicode.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace countersign::protocol
{
namespace
{

using Broken = std::optional<WireError>;

std::string operator/(const std::string &parent, std::string_view name)
{
    return parent + "/" + std::string(name);
}
std::string operator/(const std::string &parent, std::size_t index)
{
    return parent + "/" + std::to_string(index);
}

bool isJson(std::string_view text)
{
    return decodeStrict(text, limits::embedded, Numbers::Any).has_value();
}

class Rules
{
public:
    explicit Rules(const domain::Proposal &proposal) : proposal_(proposal) {}

    Broken check()
    {
        sources();
        std::visit([this](const auto &draft) { check(draft); }, proposal_.draft);
        statements();
        ids(proposal_.trace, &domain::TraceStep::seq, "/trace", "seq");
        return std::move(broken_);
    }

private:
    void refuse(Rule rule, std::string pointer)
    {
        if (!broken_)
            broken_ = WireError{rule, std::move(pointer)};
    }

    template <class T, class Id>
    void ids(const std::vector<T> &list, Id T::*id, const std::string &place, std::string_view name)
    {
        std::unordered_set<Id> seen;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!seen.insert(list[i].*id).second)
                refuse(Rule::DuplicateId, place / i / name);
    }

    void sources()
    {
        ids(proposal_.sources, &domain::Source::id, "/sources", "id");
        for (std::size_t i = 0; i < proposal_.sources.size(); ++i)
            source(proposal_.sources[i], std::string("/sources") / i);
    }

    void source(const domain::Source &source, const std::string &place)
    {
        lengths_.emplace(source.id, std::nullopt);
        if (source.content && !source.blob.isEmpty())
            refuse(Rule::BothContentAndBlob, place);
        if (source.read && !source.content && source.blob.isEmpty())
            refuse(Rule::ReadWithoutContent, place);
        if (!source.content)
            return;
        if (source.content->size() > limits::sourceTextBytesMax)
            refuse(Rule::SourceTextTooLong, place / "content");
        if (source.mediaType == domain::Source::MediaType::FhirJson)
            embedded(*source.content, place / "content");
        lengths_[source.id] = codePointCount(*source.content);
    }

    void embedded(const std::string &text, const std::string &place)
    {
        if (!isJson(text))
            refuse(Rule::EmbeddedNotJson, place);
    }

    void check(const domain::NoteDraft &) {}
    void check(const domain::ToolCallDraft &draft) { embedded(draft.arguments, "/draft/arguments"); }
    void check(const domain::PriorAuthDraft &draft)
    {
        embedded(draft.bundle, "/draft/bundle");
        if (!draft.questionnaire.empty())
            embedded(draft.questionnaire, "/draft/questionnaire");
        if (!draft.questionnaireResponse.empty())
            embedded(draft.questionnaireResponse, "/draft/questionnaireResponse");
        for (std::size_t i = 0; i < draft.answers.size(); ++i)
            citations(draft.answers[i].citations, std::string("/draft/answers") / i);
        ids(draft.criteria, &domain::Criterion::id, "/draft/criteria", "id");
        for (std::size_t i = 0; i < draft.criteria.size(); ++i)
            citations(draft.criteria[i].citations, std::string("/draft/criteria") / i);
    }

    // Statements are one list, though told in sections: changes, acknowledgements and findings name them by id alone.
    void statements()
    {
        const std::vector<domain::Section> &sections = sectionsOf(proposal_.draft);
        ids(sections, &domain::Section::id, "/draft/sections", "id");
        std::unordered_set<domain::StatementId> seen;
        for (std::size_t s = 0; s < sections.size(); ++s) {
            for (std::size_t i = 0; i < sections[s].statements.size(); ++i) {
                const domain::Statement &statement = sections[s].statements[i];
                const std::string place = std::string("/draft/sections") / s / "statements" / i;
                if (!seen.insert(statement.id).second)
                    refuse(Rule::DuplicateId, place / "id");
                citations(statement.citations, place);
            }
        }
        if (seen.size() > limits::statementsMax)
            refuse(Rule::TooManyStatements, "/draft/sections");
    }

    void citations(const std::vector<domain::Citation> &list, const std::string &place)
    {
        for (std::size_t i = 0; i < list.size(); ++i)
            citation(list[i], place / "citations" / i);
    }

    void citation(const domain::Citation &citation, const std::string &place)
    {
        const auto source = lengths_.find(citation.sourceId);
        if (source == lengths_.end())
            return refuse(Rule::CitesUnknownSource, place / "sourceId");
        const auto *quote = std::get_if<domain::QuoteSelector>(&citation.selector);
        if (quote == nullptr || !quote->start || !quote->end)
            return;
        if (*quote->start >= *quote->end)
            refuse(Rule::SelectorReversed, place / "selector");
        if (source->second && *quote->end > static_cast<std::int64_t>(*source->second))
            refuse(Rule::SelectorOutside, place / "selector" / "end");
    }

    const domain::Proposal &proposal_;
    Broken broken_;
    // Code points of each source's text; nothing where the text did not come along.
    std::unordered_map<domain::SourceId, std::optional<std::size_t>> lengths_;
};

} // namespace

std::optional<WireError> brokenRule(const domain::Proposal &proposal)
{
    return Rules(proposal).check();
}

} // namespace countersign::protocol
