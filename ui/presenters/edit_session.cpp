#include "ui/presenters/edit_session.hpp"

#include "ui/presenters/edit_reasons.hpp"

#include <algorithm>
#include <utility>

namespace countersign::presenters
{
namespace
{

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::ptrdiff_t signedOf(std::size_t index)
{
    return static_cast<std::ptrdiff_t>(index);
}

} // namespace

EditSession::EditSession(domain::Draft original) : original_(original), draft_(std::move(original)) {}

bool EditSession::isEditable() const
{
    return !domain::sectionsOf(original()).empty();
}

const domain::Change *EditSession::changeOf(const domain::StatementId &id) const
{
    const domain::Change *found = nullptr;
    for (const domain::Change &change : changes_)
        if (change.statementId == id && (found == nullptr || change.kind < found->kind))
            found = &change;
    return found;
}

bool EditSession::hasEmptyStatement() const
{
    const auto &sections = domain::sectionsOf(draft_);
    return std::any_of(sections.begin(), sections.end(), [](const domain::Section &section) {
        return std::any_of(section.statements.begin(), section.statements.end(),
                           [](const domain::Statement &statement) { return isBlank(statement.text); });
    });
}

std::optional<EditSession::Place> EditSession::find(const domain::Draft &draft, const domain::StatementId &id) const
{
    const auto &sections = domain::sectionsOf(draft);
    for (std::size_t s = 0; s < sections.size(); ++s)
        for (std::size_t i = 0; i < sections[s].statements.size(); ++i)
            if (sections[s].statements[i].id == id)
                return Place{s, i};
    return std::nullopt;
}

void EditSession::setText(const domain::StatementId &id, std::string text)
{
    const auto place = find(draft_, id);
    if (!place)
        return;
    std::string &was = (*domain::sectionsOf(draft_))[place->section].statements[place->statement].text;
    if (was == text)
        return;
    const bool isWordDone = !text.empty() && text.size() > was.size() && text.back() == ' ';
    remember(id);
    (*domain::sectionsOf(draft_))[place->section].statements[place->statement].text = std::move(text);
    if (isWordDone)
        typing_ = {};
    compare();
}

domain::StatementId EditSession::addAfter(const domain::StatementId &id)
{
    const auto place = find(draft_, id);
    if (!place)
        return {};
    remember();
    domain::Statement added;
    added.id = newId();
    auto &statements = (*domain::sectionsOf(draft_))[place->section].statements;
    const auto style = statements[place->statement].style;
    added.style = style == domain::Statement::Style::Heading ? domain::Statement::Style::Sentence : style;
    statements.insert(statements.begin() + signedOf(place->statement) + 1, added);
    compare();
    return added.id;
}

void EditSession::remove(const domain::StatementId &id)
{
    const auto place = find(draft_, id);
    if (!place)
        return;
    remember();
    auto &statements = (*domain::sectionsOf(draft_))[place->section].statements;
    statements.erase(statements.begin() + signedOf(place->statement));
    compare();
}

void EditSession::restore(const domain::StatementId &id)
{
    const auto was = find(original_, id);
    const auto is = find(draft_, id);
    if (!was)
        remove(id);
    else if (is)
        setText(id, domain::sectionsOf(original())[was->section].statements[was->statement].text);
    else {
        remember();
        putBack(*was);
    }
    compare();
}

void EditSession::cite(const domain::StatementId &id, const domain::Citation &citation)
{
    const auto place = find(draft_, id);
    if (!place)
        return;
    remember();
    domain::Statement &statement = (*domain::sectionsOf(draft_))[place->section].statements[place->statement];
    statement.citations.push_back(citation);
    statement.hasCitations = true;
    compare();
}

bool EditSession::asksForCitation(const domain::StatementId &id) const
{
    const domain::Statement *const is = domain::findStatement(draft_, id);
    const domain::Statement *const was = domain::findStatement(original(), id);
    if (is == nullptr || was == nullptr || is->citations != was->citations || is->basis != was->basis)
        return false;
    const auto confirmed = confirmed_.find(id);
    return (confirmed == confirmed_.end() || confirmed->second != is->text) && outgrewCitations(*was, is->text);
}

void EditSession::keepCitations(const domain::StatementId &id)
{
    if (const domain::Statement *const is = domain::findStatement(draft_, id))
        confirmed_[id] = is->text;
}

void EditSession::markOwnKnowledge(const domain::StatementId &id)
{
    const auto place = find(draft_, id);
    if (!place)
        return;
    remember();
    domain::Statement &statement = (*domain::sectionsOf(draft_))[place->section].statements[place->statement];
    statement.citations.clear();
    statement.hasCitations = false;
    statement.basis = domain::Statement::Basis::GeneralKnowledge;
    compare();
}

void EditSession::restoreAll()
{
    remember();
    draft_ = original_;
    compare();
}

void EditSession::resume(const domain::Draft &draft)
{
    if (draft == draft_)
        return;
    remember();
    draft_ = draft;
    compare();
}

void EditSession::undo()
{
    if (past_.empty())
        return;
    future_.push_back(std::exchange(draft_, std::move(past_.back())));
    past_.pop_back();
    typing_ = {};
    compare();
}

void EditSession::redo()
{
    if (future_.empty())
        return;
    past_.push_back(std::exchange(draft_, std::move(future_.back())));
    future_.pop_back();
    typing_ = {};
    compare();
}

// The draft before the change that is coming. What is typed at one word is one change.
void EditSession::remember(const domain::StatementId &typing)
{
    if (typing.isEmpty() || typing != typing_)
        past_.push_back(draft_);
    typing_ = typing;
    future_.clear();
}

// Behind the nearest statement before it that is still there.
void EditSession::putBack(const Place &was)
{
    const domain::Section &old = domain::sectionsOf(original())[was.section];
    auto &statements = (*domain::sectionsOf(draft_))[was.section].statements;
    auto at = statements.begin();
    for (std::size_t i = was.statement; i > 0 && at == statements.begin(); --i) {
        const auto before = std::find_if(statements.begin(), statements.end(), [&](const domain::Statement &statement) {
            return statement.id == old.statements[i - 1].id;
        });
        if (before != statements.end())
            at = std::next(before);
    }
    statements.insert(at, old.statements[was.statement]);
}

void EditSession::compare()
{
    changes_ = domain::clinicalDiff(original_, draft_);
    isChanged_ = !changes_.empty() || !(draft_ == original_);
}

} // namespace countersign::presenters
