#include "core/checks/language/marks.hpp"

#include "core/checks/language/lexicon.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace countersign::checks
{
namespace
{

struct Marks {
    Lexicon phrases; // the id is a place in the lists
    std::vector<MarkPhrase> list;
    std::vector<std::vector<std::string_view>> spelled; // the claims of each, as they must be written
};

// Every phrase once, with all that it claims and bears out.
class MarkReader
{
public:
    void add(std::string_view phrases, MarkMask claims, MarkMask bears)
    {
        for (std::size_t end = 0; !phrases.empty(); phrases.remove_prefix(std::min(end + 1, phrases.size()))) {
            end = std::min(phrases.find(','), phrases.size());
            const std::size_t at = placeOf(phrases.substr(0, end));
            marks_.list[at].claims |= claims;
            marks_.list[at].bears |= bears;
            if (claims != 0)
                marks_.spelled[at].push_back(phrases.substr(0, end));
        }
    }

    // "Every morning" bears out what "morning" does; "not good" nothing of what "good" does, but a denial.
    Marks take()
    {
        constexpr MarkMask denial = bitOf(Mark::Denied) | bitOf(Mark::Warned);
        for (const auto &[keys, at] : places_) {
            MarkMask whole = 0;
            bool isDenied = false;
            for (const WordKey key : keys)
                if (const auto word = places_.find({key}); word != places_.end() && keys.size() > 1) {
                    whole |= marks_.list[word->second].bears;
                    isDenied = isDenied || (marks_.list[word->second].bears & denial) == denial;
                }
            marks_.list[at].bears |= isDenied ? whole & denial : whole;
        }
        marks_.phrases.seal();
        return std::move(marks_);
    }

private:
    std::size_t placeOf(std::string_view phrase)
    {
        std::vector<WordKey> keys;
        for (const Token &token : cutTokens(phrase).list)
            keys.push_back(token.key);
        const auto words = static_cast<std::uint32_t>(keys.size());
        const auto [at, isNew] = places_.emplace(std::move(keys), marks_.list.size());
        if (isNew) {
            marks_.phrases.add(Role::Content, phrase, static_cast<std::uint16_t>(marks_.list.size()));
            marks_.list.push_back({.words = words});
            marks_.spelled.emplace_back();
        }
        return at->second;
    }

    Marks marks_;
    std::map<std::vector<WordKey>, std::size_t> places_;
};

Marks readMarks()
{
    MarkReader reader;
    for (const MarkRow &row : englishMarkRows()) {
        reader.add(row.claims, bitOf(row.mark), bitOf(row.mark));
        reader.add(row.bears, 0, bitOf(row.mark));
    }
    reader.add(englishNoClaims(), 0, 0);
    return reader.take();
}

bool isSpelled(const Tokens &tokens, std::uint32_t at, std::string_view phrase)
{
    for (; !phrase.empty(); ++at) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        const auto isAlike = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b); };
        if (!std::ranges::equal(tokens.wordAt(at), phrase.substr(0, end), isAlike))
            return false;
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return true;
}

const Marks &englishMarks()
{
    static const Marks marks = readMarks();
    return marks;
}

// Null where nothing begins there.
const Lexicon::Phrase *phraseAt(const Tokens &tokens, std::uint32_t at)
{
    if (tokens.list[at].kind != Token::Kind::Word)
        return nullptr;
    return englishMarks().phrases.match(std::span(tokens.list).subspan(at));
}

} // namespace

MarkPhrase englishMarkAt(const Tokens &tokens, std::uint32_t at)
{
    const Lexicon::Phrase *phrase = phraseAt(tokens, at);
    return phrase ? englishMarks().list[phrase->id] : MarkPhrase{};
}

MarkPhrase englishClaimAt(const Tokens &tokens, std::uint32_t at)
{
    const Lexicon::Phrase *phrase = phraseAt(tokens, at);
    if (!phrase)
        return {};
    MarkPhrase found = englishMarks().list[phrase->id];
    const auto &spelled = englishMarks().spelled[phrase->id];
    if (std::ranges::none_of(spelled, [&](std::string_view words) { return isSpelled(tokens, at, words); }))
        found.claims = 0;
    return found;
}

} // namespace countersign::checks
