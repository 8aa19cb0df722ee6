// Changes of more than one statement at once: the whole text, and what was typed into an earlier state.
#include "ui/presenters/edit_session.hpp"

#include <algorithm>

namespace countersign::presenters
{
namespace
{

std::vector<domain::StatementId> idsOf(const domain::Draft &draft)
{
    std::vector<domain::StatementId> ids;
    for (const domain::Section &section : domain::sectionsOf(draft)) {
        ids.push_back(domain::StatementId{"section " + section.id.text()});
        for (const domain::Statement &statement : section.statements)
            ids.push_back(statement.id);
    }
    return ids;
}

std::ptrdiff_t signedOf(std::size_t index)
{
    return static_cast<std::ptrdiff_t>(index);
}

} // namespace

// A statement by that name as it is, or as it was when it is put back.
domain::Statement EditSession::known(const domain::StatementId &id) const
{
    for (const domain::Draft *draft : {&draft_, &original_})
        if (const domain::Statement *const statement = domain::findStatement(*draft, id))
            return *statement;
    domain::Statement made;
    made.id = id;
    return made;
}

domain::StatementId EditSession::newId()
{
    domain::StatementId id;
    do
        id = domain::StatementId{"added-" + std::to_string(++added_)};
    while (find(original_, id) || find(draft_, id));
    return id;
}

std::vector<domain::StatementId> EditSession::setAll(const std::vector<Placed> &statements)
{
    domain::Draft next = draft_;
    auto &sections = *domain::sectionsOf(next);
    for (domain::Section &section : sections)
        section.statements.clear();
    std::vector<domain::StatementId> ids;
    domain::StatementId typed;
    int touched = 0;
    for (const Placed &placed : statements) {
        const auto section = std::find_if(sections.begin(), sections.end(),
                                          [&](const domain::Section &each) { return each.id == placed.section; });
        domain::Statement statement = known(placed.statement.isEmpty() ? newId() : placed.statement);
        if (placed.text && *placed.text != statement.text) {
            statement.text = *placed.text;
            typed = statement.id;
            ++touched;
        }
        ids.push_back(statement.id);
        if (section != sections.end())
            section->statements.push_back(std::move(statement));
    }
    if (next == draft_)
        return ids;
    // Where only one statement was typed in, nothing but its text differs.
    const bool isTyping = touched == 1 && idsOf(next) == idsOf(draft_);
    if (isTyping) {
        setText(typed, domain::findStatement(next, typed)->text);
        return ids;
    }
    remember();
    typing_ = touched == 1 ? typed : domain::StatementId{};
    draft_ = std::move(next);
    compare();
    return ids;
}

void EditSession::carryOver(const domain::EditedDraft &former)
{
    remember();
    for (const domain::Change &change : former.changes) {
        const auto is = find(draft_, change.statementId);
        if (change.op == domain::Change::Op::Delete && is) {
            auto &statements = (*domain::sectionsOf(draft_))[is->section].statements;
            statements.erase(statements.begin() + signedOf(is->statement));
        } else if (change.op != domain::Change::Op::Delete && is) {
            (*domain::sectionsOf(draft_))[is->section].statements[is->statement].text = change.after;
        } else if (const auto was = find(former.draft, change.statementId)) {
            insertAsIn(former.draft, *was);
        }
    }
    compare();
}

// A statement of another draft, behind the nearest before it that this one has too; at the front of its section, or of
// the first, where there is none.
void EditSession::insertAsIn(const domain::Draft &other, const Place &was)
{
    const domain::Section &section = domain::sectionsOf(other)[was.section];
    auto *const sections = domain::sectionsOf(draft_);
    if (sections == nullptr || sections->empty())
        return;
    for (std::size_t i = was.statement; i > 0; --i)
        if (const auto before = find(draft_, section.statements[i - 1].id)) {
            auto &statements = (*sections)[before->section].statements;
            statements.insert(statements.begin() + signedOf(before->statement) + 1, section.statements[was.statement]);
            return;
        }
    const auto same = std::find_if(sections->begin(), sections->end(),
                                   [&](const domain::Section &each) { return each.id == section.id; });
    auto &statements = same == sections->end() ? sections->front().statements : same->statements;
    statements.insert(statements.begin(), section.statements[was.statement]);
}

} // namespace countersign::presenters
