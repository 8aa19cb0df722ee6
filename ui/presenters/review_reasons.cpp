#include "ui/presenters/review_reasons.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReasonsPanel)
};

constexpr int keysMax = 9; // first-level chips (clinical.md 8, rule 2)
constexpr int quoteLengthMax = 40;

QString titleOf(Wish wish)
{
    switch (wish) {
    case Wish::Reject:
        return Words::tr("Reject this draft");
    case Wish::Return:
        return Words::tr("Return this draft for revision");
    case Wish::Respond:
        return Words::tr("Answer the agent");
    case Wish::Escalate:
        return Words::tr("Hand this item on");
    case Wish::Approve:
        break;
    }
    return Words::tr("Approve this draft");
}

QString nameOf(domain::Pool pool)
{
    switch (pool) {
    case domain::Pool::Specialist:
        return Words::tr("a specialist");
    case domain::Pool::Pharmacist:
        return Words::tr("a pharmacist");
    case domain::Pool::Privacy:
        return Words::tr("compliance and privacy");
    case domain::Pool::Supervisor:
        return Words::tr("the supervisor");
    case domain::Pool::Identity:
        return Words::tr("those who put patients' identities right");
    case domain::Pool::Security:
        return Words::tr("security");
    case domain::Pool::OutsideTheConsole:
        return Words::tr("you, outside of the console: act now");
    case domain::Pool::Safety:
        return Words::tr("those who look into safety events");
    case domain::Pool::Colleague:
        break;
    }
    return Words::tr("a colleague's second opinion");
}

} // namespace

domain::Verdict verdictOf(Wish wish, bool hasEdits)
{
    switch (wish) {
    case Wish::Approve:
        return hasEdits ? domain::Verdict::ApproveEdited : domain::Verdict::Approve;
    case Wish::Reject:
        return domain::Verdict::Reject;
    case Wish::Return:
        return domain::Verdict::Return;
    case Wish::Respond:
        return domain::Verdict::Respond;
    case Wish::Escalate:
        return domain::Verdict::Escalate;
    }
    return domain::Verdict::Return;
}

ReasonChoice::ReasonChoice(const domain::Draft &draft, Wish wish, const domain::Statement *current, QString question,
                           QString next)
    : wish_(wish), table_(domain::reasonsFor(draft, verdictOf(wish, false))), question_(std::move(question)),
      next_(std::move(next))
{
    if (current == nullptr)
        return;
    statement_ = current->id;
    statementText_ = text::shownOnOneLine(current->text);
    if (statementText_.size() > quoteLengthMax)
        statementText_ = statementText_.left(quoteLengthMax - 1).trimmed() + QChar(0x2026);
}

void ReasonChoice::toggle(const QString &code)
{
    const std::string wanted = text::toUtf8(code);
    const auto chosen = std::find_if(reasons_.begin(), reasons_.end(),
                                     [&](const domain::Reason &reason) { return reason.code == wanted; });
    if (chosen != reasons_.end()) {
        reasons_.erase(chosen);
        return;
    }
    const auto row =
        std::find_if(table_.begin(), table_.end(), [&](const domain::ReasonCode &r) { return r.code == wanted; });
    if (row == table_.end() || reasons_.size() == domain::reasonCountMax)
        return;
    reasons_.push_back({wanted, isForStatement_ ? statement_ : domain::StatementId{}, row->usualHarm});
}

void ReasonChoice::toggleKey(int key)
{
    if (key >= 1 && key <= keysMax && static_cast<std::size_t>(key) <= table_.size())
        toggle(text::toQt(table_[static_cast<std::size_t>(key) - 1].code));
}

void ReasonChoice::setHarm(int harmKey)
{
    const int last = static_cast<int>(domain::Harm::Critical) - 1;
    if (!reasons_.empty() && harmKey >= 0 && harmKey <= last)
        reasons_.back().harm = static_cast<domain::Harm>(harmKey + 1);
}

void ReasonChoice::setForStatement(bool isForStatement)
{
    isForStatement_ = isForStatement && !statement_.isEmpty();
    for (domain::Reason &reason : reasons_)
        reason.statementId = isForStatement_ ? statement_ : domain::StatementId{};
}

void ReasonChoice::setComment(const QString &comment)
{
    comment_ = comment;
}

std::string ReasonChoice::comment() const
{
    return text::toUtf8(comment_.trimmed());
}

QString ReasonChoice::missing() const
{
    if (reasons_.empty() && domain::requiresReason(verdictOf(wish_, false)))
        return Words::tr("Choose at least one reason.");
    const bool needsWords =
        wish_ == Wish::Respond || std::any_of(table_.begin(), table_.end(), [&](const auto &row) {
            return row.needsComment && std::any_of(reasons_.begin(), reasons_.end(), [&](const domain::Reason &reason) {
                       return reason.code == row.code;
                   });
        });
    if (needsWords && comment_.trimmed().isEmpty())
        return wish_ == Wish::Respond ? Words::tr("Write your answer.") : Words::tr("“Other” needs a few words.");
    if (comment_.toUcs4().size() > static_cast<qsizetype>(domain::commentLengthMax))
        return Words::tr("The comment is longer than %n characters.", nullptr,
                         static_cast<int>(domain::commentLengthMax));
    return {};
}

bool ReasonChoice::isComplete() const
{
    return missing().isEmpty();
}

// Whoever is handed an item is named.
QString ReasonChoice::nextOf() const
{
    const auto pool = reasons_.empty() ? std::nullopt : domain::poolFor(reasons_.front().code);
    return wish_ == Wish::Escalate && pool ? Words::tr("Next: nothing is released. It waits for %1.").arg(nameOf(*pool))
                                           : next_;
}

ReasonsView ReasonChoice::describe() const
{
    ReasonsView view;
    view.title = titleOf(wish_);
    view.needsReason = domain::requiresReason(verdictOf(wish_, false));
    view.hasRoom = reasons_.size() < domain::reasonCountMax;
    if (wish_ != Wish::Respond)
        for (std::size_t i = 0; i < table_.size(); ++i)
            view.chips.push_back({text::toQt(table_[i].code), text::reasonChip(table_[i].code),
                                  i < static_cast<std::size_t>(keysMax) ? static_cast<int>(i) + 1 : 0,
                                  std::any_of(
                                      reasons_.begin(), reasons_.end(),
                                      [&](const domain::Reason &reason) { return reason.code == table_[i].code; })});
    if (!reasons_.empty()) {
        view.harmKey = static_cast<int>(reasons_.back().harm) - 1;
        view.harm = text::phrase(reasons_.back().harm);
    }
    view.canBeForStatement = !statement_.isEmpty();
    view.isForStatement = isForStatement_;
    view.statement = Words::tr("“%1”").arg(statementText_);
    view.comment = comment_;
    view.question = question_;
    view.next = nextOf();
    view.missing = missing();
    return view;
}

} // namespace countersign::presenters
