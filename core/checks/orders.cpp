#include "core/checks/orders.hpp"

#include "core/checks/chart.hpp"
#include "core/checks/context.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>

namespace countersign::checks
{
namespace
{

using domain::Statement;
using protocol::Json;

constexpr std::uint64_t nameStart = 14695981039346656037ULL, nameStep = 1099511628211ULL;

std::uint64_t named(std::string_view text, std::uint64_t name = nameStart)
{
    for (const char c : text)
        name = (name ^ static_cast<unsigned char>(c)) * nameStep;
    return (name ^ 0x1F) * nameStep;
}

// Words that order; of another language, another table.
struct Verbs {
    std::string_view phrases;
    Order::Way way;
};
constexpr std::array englishVerbs{
    Verbs{
        "start,begin,initiate,resume,restart,reinitiate,prescribe,add,continue,keep taking,keep on,maintain,remain on,"
        "stay on,give,administer,carry on,switch to,change to,convert to,transition to,replace with",
        Order::Way::Start},
    Verbs{"stop,discontinue,hold,withhold,cease,come off,take off,d c,quit,avoid,no more,suspend,withdraw,remain off,"
          "stay off,keep off,continue off,switch from,change from,instead of,in place of",
          Order::Way::Stop},
    Verbs{"increase,raise,titrate up,uptitrate,up titrate,go up on,double,escalate", Order::Way::More},
    Verbs{"decrease,reduce,lower,taper,titrate down,downtitrate,down titrate,go down on,halve,wean", Order::Way::Less},
};
// What makes no order of it: thought of, of another time, or of a case that may not come.
constexpr std::string_view englishDoubts = "consider,may,might,could,discuss,if,unless,until,whether,when,why,risk,"
                                           "benefit,reason,last,previously,prior,ago,before,after,since,while,history";
// Titles of the parts that say what is to be done.
constexpr std::array<std::string_view, 5> englishTitles{"plan", "recommend", "order", "medication", "instruction"};

constexpr std::uint16_t doubt = 99;

const Lexicon &orderWords()
{
    static const Lexicon words = [] {
        Lexicon made;
        for (const Verbs &verbs : englishVerbs)
            made.add(Role::Content, verbs.phrases, static_cast<std::uint16_t>(verbs.way));
        made.add(Role::Content, englishDoubts, doubt);
        made.seal();
        return made;
    }();
    return words;
}

bool saysWhatToDo(const domain::Section &section)
{
    const std::string title = lowerOf(section.title);
    return std::ranges::any_of(englishTitles,
                               [&](std::string_view word) { return title.find(word) != std::string::npos; });
}

// "Stopped" and "stops" tell; "stop" and "recommend stopping" order.
bool isOrdering(std::string_view word)
{
    const std::string text = lowerOf(word);
    return !text.ends_with("ed") && !(text.ends_with("s") && !text.ends_with("ss"));
}

Order::Way turned(Order::Way way)
{
    return way == Order::Way::Stop ? Order::Way::Start : Order::Way::Stop;
}

class OrderReader
{
public:
    OrderReader(const Statement &statement, std::vector<PlacedOrder> &orders)
        : statement_(statement),
          reading_(readText(english(), englishAnswers(), statement.text, TextKind::Written, Numbers::Likeliest)),
          orders_(orders)
    {
    }

    void run()
    {
        for (const Segment &segment : reading_.segments)
            read(segment);
    }

private:
    struct Verb {
        std::uint32_t token = 0, last = 0;
        Order::Way way = Order::Way::Start;
    };

    void read(const Segment &segment)
    {
        const auto &tokens = reading_.tokens.list;
        const std::uint32_t first = reading_.terms[segment.firstTerm].first;
        const std::uint32_t last = reading_.terms[segment.lastTerm - 1].last;
        std::vector<Verb> verbs;
        for (std::uint32_t i = first; i < last; ++i) {
            if (tokens[i].kind != Token::Kind::Word)
                continue;
            const Lexicon::Phrase *phrase = orderWords().match(std::span(tokens).subspan(i));
            if (phrase == nullptr)
                continue;
            if (phrase->id == doubt)
                return;
            if (isOrdering(reading_.tokens.wordAt(i)))
                verbs.push_back({i, i + phrase->wordCount, static_cast<Order::Way>(phrase->id)});
            i += phrase->wordCount - 1;
        }
        for (std::uint32_t t = segment.firstTerm; t < segment.lastTerm && !verbs.empty(); ++t)
            if (const Term &term = reading_.terms[t]; term.role == Role::Drug)
                order(segment, t, verbs);
    }

    // The verb before the drug, and where none is, the one after it: "metformin: stop".
    void order(const Segment &segment, std::uint32_t at, const std::vector<Verb> &verbs)
    {
        constexpr std::uint32_t reach = 6;
        const Term &drug = reading_.terms[at];
        if (drug.polarity == Polarity::Open || drug.isFamily || drug.isHedged || drug.isDone)
            return;
        const auto after =
            std::ranges::partition_point(verbs, [&](const Verb &verb) { return verb.token < drug.first; });
        const Verb *verb = nullptr;
        if (after != verbs.begin() && isReached(segment, at, std::prev(after)->last, reach))
            verb = &*std::prev(after);
        else if (after == verbs.begin() && after != verbs.end() && after->token - drug.last <= reach
                 && !isDrugBetween(segment, at, after->token))
            verb = &*after;
        if (verb == nullptr)
            return;
        const DrugFacts &facts = english().drug(drug.id);
        Order made{named(facts.ingredient), verb->way, doseOf(drug)};
        if (drug.polarity == Polarity::Negated && (verb->way == Order::Way::Start || verb->way == Order::Way::Stop))
            made = {made.target, turned(verb->way), 0};
        else if (drug.polarity == Polarity::Negated)
            return;
        const auto &tokens = reading_.tokens.list;
        orders_.push_back({made, statement_.id,
                           std::array<std::int64_t, 2>{tokens[drug.first].begin, tokens[drug.last - 1].end},
                           facts.ingredient});
    }

    // "Hold lisinopril and metformin" is of both, "stop lisinopril, losartan 50 mg daily" of the first.
    [[nodiscard]] bool isReached(const Segment &segment, std::uint32_t at, std::uint32_t from,
                                 std::uint32_t reach) const
    {
        static const WordSet joints{"and", "or"};
        const auto &tokens = reading_.tokens.list;
        std::uint32_t end = reading_.terms[at].first;
        for (std::uint32_t t = at; t > segment.firstTerm && reading_.terms[t - 1].first >= from; --t) {
            const Term &term = reading_.terms[t - 1];
            if (term.role != Role::Drug)
                continue;
            if (!std::all_of(tokens.begin() + term.last, tokens.begin() + end, [](const Token &token) {
                    return token.isMark('&') || (token.kind == Token::Kind::Word && joints.contains(token.key));
                }))
                return false;
            end = term.first;
        }
        return end - from <= reach;
    }

    [[nodiscard]] bool isDrugBetween(const Segment &segment, std::uint32_t at, std::uint32_t token) const
    {
        for (std::uint32_t t = at + 1; t < segment.lastTerm && reading_.terms[t].first < token; ++t)
            if (reading_.terms[t].role == Role::Drug)
                return true;
        return false;
    }

    // In micrograms and one more; 0 where none is said.
    [[nodiscard]] std::uint64_t doseOf(const Term &drug) const
    {
        constexpr std::uint32_t reach = 5;
        for (const Quantity &quantity : reading_.quantities) {
            if (quantity.unit < 0 || drugBefore(reading_, quantity.firstToken, reach) != &drug)
                continue;
            const UnitFacts &unit = english().unit(static_cast<std::uint16_t>(quantity.unit));
            if (unit.dimension == Dimension::Mass)
                return static_cast<std::uint64_t>(thousandths(quantity.value * unit.factor)) + 1;
        }
        return 0;
    }

    const Statement &statement_;
    const Reading reading_;
    std::vector<PlacedOrder> &orders_;
};

// Which thing a tool writes to: its arguments that name one, but for the patient and the visit, which every call names.
bool namesTarget(std::string_view member)
{
    const std::string name = lowerOf(member);
    if (name.starts_with("patient") || name.starts_with("encounter") || name.starts_with("subject"))
        return false;
    return name == "target" || name == "path" || name.ends_with("id") || name.ends_with("reference")
           || name.ends_with("code");
}

void addToolCall(const domain::ToolCallDraft &call, std::vector<PlacedOrder> &orders)
{
    const auto arguments = protocol::decodeStrict(call.arguments, protocol::limits::embedded, protocol::Numbers::Any);
    if (!arguments || arguments->asObject() == nullptr)
        return;
    std::uint64_t target = named(call.name), value = nameStart;
    bool hasTarget = false, hasValue = false;
    std::vector<const Json::Member *> members;
    for (const Json::Member &member : *arguments->asObject())
        members.push_back(&member);
    std::ranges::sort(members, {}, [](const Json::Member *member) { return std::string_view(member->name); });
    for (const Json::Member *member : members) {
        const std::string *text = member->value.asString();
        const bool isTarget = text != nullptr && namesTarget(member->name);
        std::uint64_t &name = isTarget ? target : value;
        name = named(text != nullptr ? *text : protocol::compactText(member->value), named(member->name, name));
        (isTarget ? hasTarget : hasValue) = true;
    }
    if (hasTarget && hasValue)
        orders.push_back({{target, Order::Way::Write, value}, {}, {}, {}});
}

} // namespace

std::vector<PlacedOrder> ordersIn(const domain::Proposal &proposal)
{
    std::vector<PlacedOrder> orders;
    if (const auto *call = std::get_if<domain::ToolCallDraft>(&proposal.draft))
        addToolCall(*call, orders);
    for (const domain::Section &section : domain::sectionsOf(proposal.draft))
        for (const Statement &statement : section.statements)
            if (saysWhatToDo(section) && statement.style != Statement::Style::Heading)
                OrderReader(statement, orders).run();
    return orders;
}

bool areOpposite(const Order &a, const Order &b)
{
    using Way = Order::Way;
    if (a.target != b.target)
        return false;
    if (a.way == b.way)
        return (a.way == Way::Start || a.way == Way::Write) && a.value != 0 && b.value != 0 && a.value != b.value;
    const auto are = [&](Way one, Way other) {
        return (a.way == one && b.way == other) || (a.way == other && b.way == one);
    };
    return are(Way::Start, Way::Stop) || are(Way::More, Way::Stop) || are(Way::More, Way::Less);
}

std::string_view nameOf(Order::Way way)
{
    constexpr std::array<std::string_view, 5> names{"start", "stop", "more", "less", "write"};
    return names[static_cast<std::size_t>(way)];
}

} // namespace countersign::checks
