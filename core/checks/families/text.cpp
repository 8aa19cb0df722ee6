#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

using domain::Severity;

// Abbreviations and forms that the Joint Commission and ISMP ask not to use. Compared as written.
constexpr std::array<std::string_view, 23> errorProne{"QD", "Q.D.", "qd", "QOD", "qod", "MSO4", "MgSO4", "IU",
                                                      "HS", "TIW",  "AD", "AS",  "AU",  "OD",   "OS",    "OU",
                                                      "SC", "SQ",   "DC", "µg",  "μg",  "BT",   "IJ"};

constexpr std::array<bool, 256> errorProneFirsts = [] {
    std::array<bool, 256> firsts{};
    for (const std::string_view each : errorProne)
        firsts[static_cast<unsigned char>(each.front())] = true;
    return firsts;
}();

bool isErrorProne(std::string_view word)
{
    return !word.empty() && errorProneFirsts[static_cast<unsigned char>(word.front())]
           && std::ranges::find(errorProne, word) != errorProne.end();
}

bool isMassAt(const Lexicon &lexicon, const Reading &reading, std::uint32_t token)
{
    const auto at = std::ranges::partition_point(
        reading.quantities, [token](const Quantity &quantity) { return quantity.firstToken < token; });
    return at != reading.quantities.end() && at->firstToken == token && at->unit >= 0
           && lexicon.unit(static_cast<std::uint16_t>(at->unit)).dimension == Dimension::Mass;
}

void checkNotation(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    const auto &tokens = view.reading.tokens.list;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        constexpr std::uint32_t longest = 5; // of what is listed
        const bool isNumber = tokens[i].kind == Token::Kind::Number;
        const bool isWord = tokens[i].kind == Token::Kind::Word;
        if (!isNumber && (!isWord || tokens[i].end - tokens[i].begin > longest))
            continue;
        const std::string_view word = view.reading.tokens.wordAt(i);
        const bool isDose = isNumber && isMassAt(context.lexicon, view.reading, i);
        const bool isTrailing = isDose && word.size() > 2 && word.ends_with(".0");
        const bool isNaked = isDose && i > 0 && tokens[i - 1].isMark('.') && !tokens[i].afterBlank
                             && (i < 2 || tokens[i - 1].afterBlank);
        const bool isListed = isWord && !view.reading.quantities.empty() && isErrorProne(word);
        if (isTrailing || isNaked || isListed)
            reports.push_back({.code = "error-prone-notation",
                               .severity = Severity::Info,
                               .statement = statement,
                               .place = {i, i + 1},
                               .values = {{"draft", std::string(word)}},
                               .message = "This notation is on the lists of those that are often misread."});
    }
}

// 03/04/26 reads two ways.
void checkDates(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    const auto &tokens = view.reading.tokens.list;
    const auto isNumber = [&](std::size_t i) { return tokens[i].kind == Token::Kind::Number; };
    const int thisYear =
        static_cast<int>(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(context.now)}.year());
    for (std::uint32_t i = 0; i + 4 < tokens.size(); ++i) {
        const bool isDate =
            isNumber(i) && tokens[i + 1].isMark('/') && isNumber(i + 2) && tokens[i + 3].isMark('/') && isNumber(i + 4);
        if (!isDate)
            continue;
        const double a = tokens[i].number, b = tokens[i + 2].number, year = tokens[i + 4].number;
        const std::string text(view.reading.textBetween(i, i + 5));
        if (a <= 12 && b <= 12 && a != b && year < 100)
            reports.push_back({.code = "ambiguous-date",
                               .severity = Severity::Info,
                               .statement = statement,
                               .place = {i, i + 5},
                               .values = {{"draft", text}},
                               .message = "Day and month of this date can be exchanged."});
        if (year > thisYear + 5 && year < 3000)
            reports.push_back({.code = "future-date",
                               .statement = statement,
                               .place = {i, i + 5},
                               .values = {{"draft", text}},
                               .message = "This date lies far in the future."});
    }
}

// A statement that stands twice in this draft, word for word.
void checkCopies(const Context &context, std::vector<Report> &reports)
{
    constexpr std::size_t leastWords = 10;
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        const std::string_view text = view.statement->text;
        if (view.reading.tokens.list.size() < leastWords)
            continue;
        const auto [place, isNew] = first.try_emplace(text, i);
        if (!isNew)
            reports.push_back({.code = "copy-forward",
                               .severity = Severity::Info,
                               .statement = i,
                               .values = {{"first", context.statements[place->second].statement->id.text()}},
                               .message = "The draft says this twice, word for word."});
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        checkNotation(context, i, reports);
        checkDates(context, i, reports);
    }
    checkCopies(context, reports);
}

} // namespace

const Check &textCheck()
{
    static constexpr Check check{
        "text",
        "1",
        "Notation that is often misread, dates with two readings or in the future, and copied sentences.",
        "Whether a copied sentence is still true.",
        "Points at forms of writing; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
