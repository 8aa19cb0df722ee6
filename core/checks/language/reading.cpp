#include "core/checks/language/reading.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

// Cuts terms and segments together, because a question may begin where no mark stands.
class TermCutter
{
public:
    TermCutter(const Lexicon &lexicon, const Lexicon &answers, TextKind kind, Reading &reading)
        : lexicon_(lexicon), answers_(answers), kind_(kind), reading_(reading), tokens_(reading.tokens.list)
    {
    }

    void run()
    {
        reading_.terms.reserve(tokens_.size());
        std::uint32_t at = skipSpeaker(0);
        while (at < tokens_.size()) {
            const Token &token = tokens_[at];
            if (token.kind == Token::Kind::LineEnd) {
                endSegment(false);
                at = skipSpeaker(at + 1);
            } else if (token.kind == Token::Kind::Word) {
                at = addWord(at);
            } else if (token.kind == Token::Kind::Number) {
                at = addTerm({.role = Role::Number, .first = at, .last = at + 1, .value = token.number});
            } else {
                at = passMark(at);
            }
        }
        endSegment(false);
    }

private:
    [[nodiscard]] bool isWordAt(std::uint32_t at) const
    {
        return at < tokens_.size() && tokens_[at].kind == Token::Kind::Word;
    }
    [[nodiscard]] bool isMarkAt(std::uint32_t at, char32_t mark) const
    {
        return at < tokens_.size() && tokens_[at].isMark(mark);
    }

    // "[doctor] …" and "Patient: …" at the beginning of a line.
    std::uint32_t skipSpeaker(std::uint32_t at)
    {
        if (kind_ == TextKind::Written)
            return at;
        if (isMarkAt(at, '[') && isWordAt(at + 1)) {
            for (std::uint32_t end = at + 2; end < at + 5; ++end)
                if (isMarkAt(end, ']'))
                    return beginTurn(tokens_[at + 1].key, end + 1);
        }
        if (isWordAt(at) && isMarkAt(at + 1, ':'))
            return beginTurn(tokens_[at].key, at + 2);
        if (isWordAt(at) && isWordAt(at + 1) && isMarkAt(at + 2, ':'))
            return beginTurn(tokens_[at + 1].key, at + 3);
        return at;
    }

    std::uint32_t beginTurn(WordKey speaker, std::uint32_t next)
    {
        if (speaker != current_.speaker || current_.turn == 0)
            ++current_.turn;
        current_.speaker = speaker;
        return next;
    }

    void endSegment(bool isAsked)
    {
        current_.lastTerm = static_cast<std::uint32_t>(reading_.terms.size());
        if (current_.lastTerm > current_.firstTerm) {
            current_.isQuestion = current_.isQuestion || isAsked;
            current_.isAskedWhole = current_.isQuestion;
            reading_.segments.push_back(current_);
        }
        current_.firstTerm = current_.lastTerm;
        current_.isQuestion = current_.isOpenQuestion = false;
    }

    std::uint32_t addTerm(Term term)
    {
        constexpr std::uint32_t most = 0xFFFF;
        term.segment = static_cast<std::uint32_t>(reading_.segments.size());
        term.bytes =
            static_cast<std::uint16_t>(std::min(most, tokens_[term.last - 1].byteEnd - tokens_[term.first].byteBegin));
        reading_.terms.push_back(term);
        return term.last;
    }

    std::uint32_t addWord(std::uint32_t at)
    {
        const auto rest = std::span<const Token>(tokens_).subspan(at);
        if (kind_ == TextKind::Conversation)
            turnByWord(rest);
        if (const Lexicon::Phrase *phrase = lexicon_.match(rest)) {
            const auto end = at + phrase->wordCount;
            return addTerm({.role = phrase->role,
                            .id = phrase->id,
                            .first = at,
                            .last = end,
                            .key = phrase->key,
                            .value = phrase->value});
        }
        return addTerm({.role = Role::Content, .first = at, .last = at + 1, .key = rest.front().key});
    }

    // Speech has few marks: a question begins with its words, and ends with those that take the talk back.
    void turnByWord(std::span<const Token> rest)
    {
        const Lexicon::Phrase *phrase = answers_.match(rest);
        if (!phrase)
            return;
        if (phrase->role == Role::Person) { // asked of "you", answered by "i"
            if ((current_.isQuestion || current_.isOpenQuestion) && !isFresh() && !isJoint(reading_.terms.back()))
                endSegment(current_.isQuestion);
            return;
        }
        const bool isBegun = current_.isQuestion || current_.isOpenQuestion;
        if (phrase->role == Role::ScopeEnd) {
            endSegment(false);
        } else if (phrase->role == Role::AskOpen && !isBegun && (phrase->id != cue::weakAsk || isBlank())) {
            endSegment(false);
            current_.isOpenQuestion = true;
        } else if (phrase->role == Role::Ask && !(isBegun && isFresh()) && (phrase->id != cue::weakAsk || isBlank())) {
            endSegment(false);
            current_.isQuestion = true;
        } else if ((phrase->role == Role::No || phrase->role == Role::Yes) && current_.isQuestion && !isFresh()
                   && endsTalk(rest.subspan(phrase->wordCount))) {
            endSegment(true); // the answer stands in the same turn, where a transcript has lost one
        }
    }
    // Nothing that a "no" could deny follows: another answer, a new sentence, or the end.
    [[nodiscard]] bool endsTalk(std::span<const Token> rest) const
    {
        if (rest.empty() || rest.front().kind != Token::Kind::Word)
            return true;
        const Lexicon::Phrase *next = answers_.match(rest);
        const Lexicon::Phrase *known = lexicon_.match(rest);
        return next || (known && (known->role == Role::Person || known->role == Role::Negator));
    }
    // "do you think i …", "when i …"
    [[nodiscard]] static bool isJoint(const Term &term)
    {
        static const WordSet joints{"think", "that", "when", "if",    "what", "how", "and",
                                    "as",    "like", "know", "where", "see",  "can", "should"};
        return joints.contains(term.key);
    }
    // Nothing was said yet but "okay", "and", "um".
    [[nodiscard]] bool isBlank() const
    {
        static const WordSet openers{"okay", "and", "um",  "uh",  "so",      "or",   "then",
                                     "now",  "oh",  "hmm", "but", "alright", "well", "great"};
        return isFresh()
               && std::all_of(reading_.terms.begin() + current_.firstTerm, reading_.terms.end(),
                              [](const Term &term) { return openers.contains(term.key); });
    }
    [[nodiscard]] bool isFresh() const { return reading_.terms.size() < current_.firstTerm + 3; }

    [[nodiscard]] bool endsSentence(std::uint32_t at) const
    {
        const Token &token = tokens_[at];
        if (token.mark == '!' || token.mark == '?' || token.mark == ';' || token.mark == 0x2022)
            return true;
        if (token.mark != '.')
            return false;
        const bool isInside = !token.afterBlank && at + 1 < tokens_.size() && !tokens_[at + 1].afterBlank;
        const bool isInitial = at > 0 && tokens_[at - 1].kind == Token::Kind::Word && !token.afterBlank
                               && tokens_[at - 1].end - tokens_[at - 1].begin == 1;
        const bool isDecimal = reading_.terms.size() > current_.firstTerm && reading_.terms.back().role == Role::Number
                               && isDigitAt(at + 1);
        return !isInside && !isInitial && !isDecimal;
    }

    // "ninety eight . six"
    [[nodiscard]] bool isDigitAt(std::uint32_t at) const
    {
        if (at >= tokens_.size() || tokens_[at].kind == Token::Kind::Number)
            return at < tokens_.size();
        const Lexicon::Phrase *phrase = isWordAt(at) ? lexicon_.match(std::span(tokens_).subspan(at)) : nullptr;
        return phrase && phrase->role == Role::Number && phrase->value < 10;
    }

    std::uint32_t passMark(std::uint32_t at)
    {
        if (endsSentence(at))
            endSegment(tokens_[at].mark == '?');
        return at + 1;
    }

    const Lexicon &lexicon_;
    const Lexicon &answers_;
    TextKind kind_;
    Reading &reading_;
    const std::vector<Token> &tokens_;
    Segment current_;
};

} // namespace

void cutTerms(const Lexicon &lexicon, const Lexicon &answers, TextKind kind, Reading &reading)
{
    TermCutter(lexicon, answers, kind, reading).run();
}

Reading readText(const Lexicon &lexicon, const Lexicon &answers, std::string_view text, TextKind kind, Numbers numbers)
{
    Reading reading;
    reading.tokens = cutTokens(text);
    cutTerms(lexicon, answers, kind, reading);
    scopePolarity(reading);
    if (kind == TextKind::Conversation)
        resolveAnswers(answers, reading);
    readQuantities(lexicon, numbers, reading);
    return reading;
}

} // namespace countersign::checks
