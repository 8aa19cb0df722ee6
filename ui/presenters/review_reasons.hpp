// Why a draft is refused: up to three coded reasons, their harm, what they are about, a comment. Pure; gui thread.
#pragma once

#include "core/domain/decision.hpp"
#include "core/domain/reason_codes.hpp"
#include "ui/presenters/review_view.hpp"

#include <vector>

namespace countersign::presenters
{

class ReasonChoice
{
public:
    ReasonChoice() = default;
    // `question` is what the agent asks, where it is answered; `next` what will happen.
    ReasonChoice(const domain::Draft &draft, Wish wish, const domain::Statement *current, QString question = {},
                 QString next = {});

    // Chooses it or takes it back. A fourth reason is not taken.
    void toggle(const QString &code);
    void toggleKey(int key);   // 1 to 9
    void setHarm(int harmKey); // of the last chosen: 0 none to 4 critical
    void setForStatement(bool isForStatement);
    void setComment(const QString &comment);

    [[nodiscard]] ReasonsView describe() const;
    [[nodiscard]] const std::vector<domain::Reason> &reasons() const { return reasons_; }
    [[nodiscard]] std::string comment() const;
    [[nodiscard]] bool isComplete() const;

private:
    [[nodiscard]] QString nextOf() const;
    [[nodiscard]] QString missing() const;

    Wish wish_ = Wish::Reject;
    std::span<const domain::ReasonCode> table_;
    domain::StatementId statement_;
    QString statementText_;
    bool isForStatement_ = false;
    std::vector<domain::Reason> reasons_;
    QString comment_, question_, next_;
};

[[nodiscard]] domain::Verdict verdictOf(Wish wish, bool hasEdits);

} // namespace countersign::presenters
