#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// What is put where a reader does not look: blanks that push text out of sight, letters set apart, words encoded, and
// very long statements with a dose in them (E13, E49).
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::string_view base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t noBase64 = 64;
constexpr std::array<std::uint8_t, 256> base64Values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(noBase64);
    for (std::uint8_t i = 0; i < base64Letters.size(); ++i)
        values[static_cast<unsigned char>(base64Letters[i])] = i;
    return values;
}();

std::uint8_t base64Value(char c)
{
    return base64Values[static_cast<unsigned char>(c)];
}

// Readable words out of a block of base64; empty for anything else.
std::string decoded(std::string_view block)
{
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : block) {
        const std::uint8_t value = base64Value(c);
        if (value == noBase64)
            break;
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            text += static_cast<char>(bits >> count & 0xFF);
        }
    }
    const auto isReadable = [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; };
    const auto readable = std::ranges::count_if(text, isReadable);
    const bool hasBlanks = std::ranges::count(text, ' ') * 12 >= static_cast<std::ptrdiff_t>(text.size());
    return hasBlanks && readable == static_cast<std::ptrdiff_t>(text.size()) ? text : std::string();
}

std::string fromHex(std::string_view block)
{
    std::string text;
    const auto nibble = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    for (std::size_t i = 0; i + 1 < block.size(); i += 2)
        text += static_cast<char>(nibble(block[i]) << 4 | nibble(block[i + 1]));
    const bool isReadable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    return isReadable && text.find(' ') != std::string::npos ? text : std::string();
}

// Calls back for each run of at least so many places that are so, by looking at every so-manieth of the others.
template <class Is, class Run>
void eachRun(std::size_t size, std::size_t least, Is is, Run run)
{
    for (std::size_t at = least - 1; at < size;) {
        std::size_t begin = at, end = at;
        while (end < size && is(end))
            ++end;
        while (end > at && begin > 0 && is(begin - 1))
            --begin;
        if (end > at && end - begin >= least)
            run(begin, end);
        at = end + least;
    }
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

// The longest run of blanks where there is one of that length; otherwise nothing.
std::pair<std::size_t, std::size_t> longestBlank(std::string_view text, std::size_t least)
{
    std::pair<std::size_t, std::size_t> best{0, 0};
    eachRun(
        text.size(), least, [&](std::size_t at) { return isBlank(text[at]); },
        [&](std::size_t begin, std::size_t end) {
            if (end - begin > best.second - best.first)
                best = {begin, end};
        });
    return best;
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::size_t blanksIn(std::string_view text)
{
    const auto [first, last] = longestBlank(text, 1);
    return last - first;
}

void checkStatement(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    constexpr std::size_t longest = 1500, blanks = 24;
    const StatementView &view = context.statements[statement];
    const std::string &text = view.statement->text;
    const auto hasDose = [&] {
        return std::ranges::any_of(view.reading.quantities, [&](const Quantity &quantity) {
            return quantity.unit >= 0
                   && context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Mass;
        });
    };
    const auto [first, last] = longestBlank(text, blanks);
    const bool isPadded = last - first >= blanks && last < text.size() && first > 0;
    if (!isPadded && !(text.size() > longest && hasDose()))
        return;
    reports.push_back({.code = "hidden-text",
                       .statement = statement,
                       .values = {{"length", std::to_string(text.size())}, {"blanks", std::to_string(blanksIn(text))}},
                       .message = isPadded ? "A long blank pushes a part of this statement out of sight."
                                           : "This statement is very long, and holds a dose."});
}

struct Disguise {
    Range place;
    std::string words;
    std::string_view message;
};

class Disguises
{
public:
    explicit Disguises(const Reading &reading) : tokens_(reading.tokens) {}

    std::vector<Disguise> find()
    {
        checkBlocks();
        checkSpaced();
        checkPadding();
        return std::move(found_);
    }

private:
    void report(Range place, std::string_view words, std::string_view message)
    {
        constexpr std::size_t most = 400;
        found_.push_back({place, std::string(words.substr(0, most)), message});
    }

    [[nodiscard]] static Range rangeOf(const Tokens &tokens, std::size_t begin, std::size_t end)
    {
        const auto from = std::ranges::partition_point(tokens.list, [=](const Token &t) { return t.byteEnd <= begin; });
        const auto to = std::ranges::partition_point(tokens.list, [=](const Token &t) { return t.byteBegin < end; });
        return {static_cast<std::uint32_t>(from - tokens.list.begin()),
                static_cast<std::uint32_t>(to - tokens.list.begin())};
    }

    // Long runs without a blank that turn out to be words.
    void checkBlocks()
    {
        constexpr std::size_t shortest = 32;
        const std::string_view text = tokens_.text;
        eachRun(
            text.size(), shortest, [&](std::size_t at) { return base64Value(text[at]) != noBase64; },
            [&](std::size_t begin, std::size_t end) {
                const std::string_view block = text.substr(begin, end - begin);
                const std::string words = std::ranges::all_of(block, isHex) ? fromHex(block) : decoded(block);
                if (!words.empty())
                    report(rangeOf(tokens_, begin, end), words,
                           "This source holds words in an encoding that people do not read.");
            });
    }

    // "i g n o r e   p r e v i o u s"
    void checkSpaced()
    {
        constexpr std::size_t least = 10;
        const auto isLetter = [&](std::size_t at) {
            return tokens_.list[at].kind == Token::Kind::Word && tokens_.list[at].end - tokens_.list[at].begin == 1;
        };
        eachRun(tokens_.list.size(), least, isLetter, [&](std::size_t begin, std::size_t end) {
            std::string word;
            for (std::size_t at = begin; at < end; ++at)
                word += tokens_.wordAt(at);
            report({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, word,
                   "Letters are set apart here, so that no search finds the words.");
        });
    }

    void checkPadding()
    {
        constexpr std::size_t blanks = 2000;
        const std::string_view text = tokens_.text;
        const auto [first, last] = longestBlank(text, blanks);
        if (last - first >= blanks && last < text.size() && first > 0)
            report(rangeOf(tokens_, last, text.size()), text.substr(last),
                   "A very long blank pushes a part of this source out of sight.");
    }

    const Tokens &tokens_;
    std::vector<Disguise> found_;
};

std::vector<Disguise> disguisesIn(const Reading &reading)
{
    return Disguises(reading).find();
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        checkStatement(context, i, reports);
    for (std::size_t s = 0; s < context.sources.size(); ++s)
        for (const Disguise &disguise : context.sources[s].reading.noted<disguisesIn>())
            reports.push_back({.code = "hidden-text",
                               .source = s,
                               .sourcePlace = disguise.place,
                               .values = {{"source", disguise.words}},
                               .message = std::string(disguise.message)});
}

} // namespace

const Check &disguiseCheck()
{
    static constexpr Check check{
        "disguises",
        "1",
        "Words that are encoded, set apart letter by letter, or pushed out of sight by blanks; very long statements "
        "with a dose.",
        "Other encodings, and what is hidden in pictures.",
        "Points at text; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
