// What the automatic checks found, as the reviewer works through it: one line each, both sides of the mismatch in it,
// and the answers that can be given. Pure; gui thread only because of tr.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/review_view.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace countersign::presenters
{

// The findings of the open draft, with what the reviewer said to them; also what the desk has not confirmed yet.
class FindingReading
{
public:
    using Answers = std::map<domain::FindingId, domain::FindingView>;

    void take(const desk::OpenItemView &open);
    void forget() { *this = {}; }

    [[nodiscard]] bool isChecked() const { return findings_ != nullptr; }
    [[nodiscard]] const std::vector<domain::Finding> &list() const;
    [[nodiscard]] const domain::Finding *find(const domain::FindingId &id) const;
    [[nodiscard]] bool isAnswered(const domain::FindingId &id) const { return answers_.contains(id); }
    // Asks for the reviewer: not answered, and more than information.
    [[nodiscard]] bool isOpen(const domain::Finding &finding) const;
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] std::vector<const domain::Finding *> of(const domain::StatementId &statement) const;
    // Whether a statement has findings that ask for the reviewer, answered or not.
    [[nodiscard]] bool isDoubted(const domain::StatementId &statement) const;

    // Whether a reviewer answered a finding of it with "I know this myself".
    [[nodiscard]] bool isKnownMyself(const domain::StatementId &statement) const;

    // Nothing: taken back. The desk is told by the caller.
    void answer(const domain::FindingId &id, const std::optional<domain::FindingView> &answer);
    [[nodiscard]] const Answers &answers() const { return answers_; }

private:
    std::shared_ptr<const desk::FindingsView> findings_;
    Answers answers_;
    // Said, and not seen in a snapshot yet; nothing: taken back.
    std::map<domain::FindingId, std::optional<domain::FindingView>> pending_;
};

// In the order of their keys, 1 to 4.
struct FindingAnswer {
    std::string_view reason;
    domain::ResolvableBy way;
};
[[nodiscard]] std::vector<FindingAnswer> answersTo(const domain::Finding &finding);
// What is recorded for it: setting a stop aside overrides it, anything else is dismissed.
[[nodiscard]] domain::FindingView answered(const domain::Finding &finding, std::string_view reason);

[[nodiscard]] QString sidesOf(const domain::Finding &finding);
[[nodiscard]] FindingPanel describeFindings(const FindingReading &reading, const domain::FindingId &current,
                                            bool isAnswering);

} // namespace countersign::presenters
