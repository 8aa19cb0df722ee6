#include "core/checks/queue_print.hpp"

#include "core/checks/context.hpp"
#include "core/checks/language/reading.hpp"
#include "core/checks/registry.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace countersign::checks
{
namespace
{

using domain::Finding;
using domain::Severity;
using domain::Statement;

constexpr std::uint32_t leastWords = 10;

bool isOfTheForm(const Statement &statement)
{
    return statement.style == Statement::Style::Heading || statement.basis == Statement::Basis::Boilerplate;
}

StatementPrint printOf(const Statement &statement)
{
    constexpr std::uint64_t start = 14695981039346656037ULL, step = 1099511628211ULL;
    StatementPrint print{start, 0, false};
    const Tokens tokens = cutTokens(statement.text);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const Token &token = tokens.list[i];
        const bool isNumber = token.kind == Token::Kind::Number;
        if (!isNumber && token.kind != Token::Kind::Word)
            continue;
        const std::uint64_t name = isNumber ? static_cast<std::uint64_t>(thousandths(token.number)) + 1 : token.key;
        print.name = (print.name ^ name) * step;
        ++print.words;
        const Lexicon::Phrase *phrase = isNumber ? nullptr : english().match(std::span(tokens.list).subspan(i));
        print.isTelling = print.isTelling || isNumber || (phrase != nullptr && phrase->role == Role::Drug);
    }
    return print;
}

Finding findingOf(const Statement *statement, const QueuePrint &other, Severity severity, std::string message)
{
    Finding finding;
    finding.code = "identical-across-patients";
    finding.severity = severity;
    finding.check = queueCheckName;
    finding.checkVersion = "1";
    if (statement != nullptr)
        finding.statementId = statement->id;
    finding.values = {{"item", other.item.text()}};
    finding.message = std::move(message);
    return finding;
}

// Two drafts for one patient, of which doing the one undoes the other. The one that this draft replaces is no other.
void addOpposites(const domain::Proposal &proposal, std::span<const QueuePrint> others, std::vector<Finding> &findings)
{
    std::optional<std::vector<PlacedOrder>> own; // read where there is something to hold it against
    for (const QueuePrint &other : others) {
        const bool isReplaced = !proposal.supersedes.isEmpty() && other.proposal == proposal.supersedes;
        if (other.patient != proposal.patient.id || other.proposal == proposal.id || isReplaced || other.orders.empty())
            continue;
        if (!own)
            own = ordersIn(proposal);
        for (const PlacedOrder &placed : *own) {
            const auto against = std::ranges::find_if(
                other.orders, [&](const Order &order) { return areOpposite(placed.order, order); });
            if (against == other.orders.end())
                continue;
            Finding &finding = findings.emplace_back();
            finding.code = "peer-finding";
            finding.severity = Severity::Stop;
            finding.check = queueCheckName;
            finding.checkVersion = "2";
            finding.statementId = placed.statement;
            finding.span = placed.span;
            finding.values = {{"draft", std::string(nameOf(placed.order.way))},
                              {"other", std::string(nameOf(against->way))},
                              {"item", other.item.text()}};
            if (!placed.subject.empty())
                finding.values.emplace_back("drug", placed.subject);
            finding.message = "Another draft for this patient orders the opposite.";
        }
    }
}

// How much of the draft another patient's has too.
struct Shared {
    const QueuePrint *other = nullptr;
    std::uint32_t words = 0;
};

} // namespace

QueuePrint printOf(const domain::ItemId &item, const domain::Proposal &proposal)
{
    QueuePrint print{item, proposal.patient.id, {}, proposal.id, {}};
    for (const PlacedOrder &placed : ordersIn(proposal))
        print.orders.push_back(placed.order);
    for (const domain::Section &section : domain::sectionsOf(proposal.draft))
        for (const Statement &statement : section.statements)
            if (const StatementPrint own = printOf(statement); own.words >= leastWords && !isOfTheForm(statement))
                print.statements.push_back(own);
    return print;
}

std::vector<Finding> queueFindings(const domain::Proposal &proposal, std::span<const QueuePrint> others,
                                   const CheckPolicy &policy)
{
    constexpr std::uint32_t percent = 80, leastShared = 40;
    std::unordered_map<std::uint64_t, const QueuePrint *> known;
    for (const QueuePrint &other : others)
        for (const StatementPrint &statement : other.statements)
            if (other.patient != proposal.patient.id)
                known.try_emplace(statement.name, &other);
    std::vector<Finding> findings;
    std::unordered_map<const QueuePrint *, std::uint32_t> shared;
    std::uint32_t words = 0;
    for (const domain::Section &section : domain::sectionsOf(proposal.draft))
        for (const Statement &statement : section.statements) {
            const StatementPrint own = printOf(statement);
            words += isOfTheForm(statement) ? 0 : own.words;
            const auto found = known.find(own.name);
            if (own.words < leastWords || isOfTheForm(statement) || found == known.end())
                continue;
            shared[found->second] += own.words;
            if (own.isTelling)
                findings.push_back(findingOf(&statement, *found->second, Severity::Warning,
                                             "The draft for another patient says this word for word."));
        }
    for (const auto &[other, count] : shared)
        if (count >= leastShared && count * 100 > percent * words)
            findings.push_back(findingOf(nullptr, *other, Severity::Warning,
                                         "Nearly all of this draft stands in the draft for another patient."));
    addOpposites(proposal, others, findings);
    return settled(std::move(findings), policy);
}

} // namespace countersign::checks
