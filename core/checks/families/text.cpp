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

// Tokens that are often misread.
std::vector<std::uint32_t> misreadIn(const Reading &reading)
{
    std::vector<std::uint32_t> misread;
    const auto &tokens = reading.tokens.list;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        constexpr std::uint32_t longest = 5; // of what is listed
        const bool isNumber = tokens[i].kind == Token::Kind::Number;
        const bool isWord = tokens[i].kind == Token::Kind::Word;
        if (!isNumber && (!isWord || tokens[i].end - tokens[i].begin > longest))
            continue;
        const std::string_view word = reading.tokens.wordAt(i);
        const bool isDose = isNumber && isMassAt(english(), reading, i);
        const bool isTrailing = isDose && word.size() > 2 && word.ends_with(".0");
        const bool isNaked = isDose && i > 0 && tokens[i - 1].isMark('.') && !tokens[i].afterBlank
                             && (i < 2 || tokens[i - 1].afterBlank);
        const bool isListed = isWord && !reading.quantities.empty() && isErrorProne(word);
        if (isTrailing || isNaked || isListed)
            misread.push_back(i);
    }
    return misread;
}

void checkNotation(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const Reading &reading = context.statements[statement].reading;
    for (const std::uint32_t token : reading.noted<misreadIn>())
        reports.push_back({.code = "error-prone-notation",
                           .severity = Severity::Info,
                           .statement = statement,
                           .place = {token, token + 1},
                           .values = {{"draft", std::string(reading.tokens.wordAt(token))}},
                           .message = "This notation is on the lists of those that are often misread."});
}

// The first tokens of dates that are written with slashes.
std::vector<std::uint32_t> datesIn(const Reading &reading)
{
    std::vector<std::uint32_t> dates;
    const auto &tokens = reading.tokens.list;
    const auto isNumber = [&](std::size_t i) { return tokens[i].kind == Token::Kind::Number; };
    for (std::uint32_t i = 0; i + 4 < tokens.size(); ++i)
        if (isNumber(i) && tokens[i + 1].isMark('/') && isNumber(i + 2) && tokens[i + 3].isMark('/') && isNumber(i + 4))
            dates.push_back(i);
    return dates;
}

// 03/04/26 reads two ways.
void checkDates(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    const auto &tokens = view.reading.tokens.list;
    const int thisYear =
        static_cast<int>(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(context.now)}.year());
    for (const std::uint32_t i : view.reading.noted<datesIn>()) {
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
    std::vector<std::size_t> longOnes;
    const auto textOf = [&](std::size_t i) -> std::string_view { return context.statements[i].statement->text; };
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        if (context.statements[i].reading.tokens.list.size() >= leastWords)
            longOnes.push_back(i);
    // By length first: few are as long as another.
    std::ranges::stable_sort(longOnes, [&](std::size_t a, std::size_t b) {
        const std::string_view one = textOf(a), other = textOf(b);
        return one.size() != other.size() ? one.size() < other.size() : one < other;
    });
    for (std::size_t i = 1, first = 0; i < longOnes.size(); ++i) {
        if (textOf(longOnes[i]) != textOf(longOnes[first])) {
            first = i;
            continue;
        }
        reports.push_back({.code = "copy-forward",
                           .severity = Severity::Info,
                           .statement = longOnes[i],
                           .values = {{"first", context.statements[longOnes[first]].statement->id.text()}},
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
