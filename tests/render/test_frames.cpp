// The frames between the console and its worker: what is lawful, and everything one step beside it.
#include "app/render/protocol/limits.hpp"
#include "app/render/protocol/words.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace countersign;
using namespace countersign::render;

namespace
{

const Ask open{.kind = Ask::Kind::Open, .media = Media::Tiff, .length = 7};
const Ask openInMemory{.kind = Ask::Kind::Open, .media = Media::Tiff, .length = 7, .isInMemory = true};
const Ask picture{.kind = Ask::Kind::Picture, .page = 3, .width = 800};
const Ask words{.kind = Ask::Kind::Words, .page = 3};

const Answer opened{.kind = Answer::Kind::Opened, .page = 12};
const Answer gray{.kind = Answer::Kind::Picture,
                  .format = Format::Gray8,
                  .page = 2,
                  .width = 30,
                  .height = 20,
                  .stride = 30,
                  .length = 600};
const Answer wordsAnswer{.kind = Answer::Kind::Words, .page = 2, .length = 100};
const Answer refused{.kind = Answer::Kind::Refused, .trouble = Trouble::Encrypted};

template <class T>
T with(T value, const std::function<void(T &)> &change)
{
    change(value);
    return value;
}

} // namespace

TEST_CASE("what is lawful comes back as it went")
{
    for (const Ask &ask : {open, openInMemory, picture, words})
        CHECK(decodeAsk(encode(ask)) == ask);
    for (const Answer &answer : {opened, gray, wordsAnswer, refused})
        CHECK(decodeAnswer(encode(answer)) == answer);
}

TEST_CASE("an ask that is not lawful is named")
{
    using F = std::function<void(Ask &)>;
    struct Case {
        Ask ask;
        F change;
        FrameError expected;
    };
    const Case cases[] = {
        {open, [](Ask &a) { a.length = 0; }, FrameError::Field},
        {picture, [](Ask &a) { a.isInMemory = true; }, FrameError::Field},
        {words, [](Ask &a) { a.isInMemory = true; }, FrameError::Field},
        {open, [](Ask &a) { a.page = 1; }, FrameError::Field},
        {open, [](Ask &a) { a.width = 1; }, FrameError::Field},
        {open, [](Ask &a) { a.length = limits::documentBytesMax + 1; }, FrameError::Limit},
        {open, [](Ask &a) { a.media = Media{5}; }, FrameError::Field},
        {open, [](Ask &a) { a.kind = Ask::Kind{4}; }, FrameError::Kind},
        {open, [](Ask &a) { a.kind = Ask::Kind{0}; }, FrameError::Kind},
        {picture, [](Ask &a) { a.width = 0; }, FrameError::Field},
        {picture, [](Ask &a) { a.width = limits::sideMax + 1; }, FrameError::Limit},
        {picture, [](Ask &a) { a.page = limits::pagesMax; }, FrameError::Limit},
        {picture, [](Ask &a) { a.length = 1; }, FrameError::Field},
        {words, [](Ask &a) { a.width = 1; }, FrameError::Field},
    };
    for (const Case &c : cases) {
        const auto decoded = decodeAsk(encode(with(c.ask, c.change)));
        REQUIRE(!decoded);
        CHECK(decoded.error() == c.expected);
    }
}

TEST_CASE("an answer that lies is named")
{
    using F = std::function<void(Answer &)>;
    struct Case {
        Answer answer;
        F change;
        FrameError expected;
    };
    const Case cases[] = {
        {opened, [](Answer &a) { a.page = 0; }, FrameError::Limit},
        {opened, [](Answer &a) { a.page = limits::pagesMax + 1; }, FrameError::Limit},
        {opened, [](Answer &a) { a.length = 1; }, FrameError::Field},
        {opened, [](Answer &a) { a.width = 1; }, FrameError::Field},
        {opened, [](Answer &a) { a.trouble = Trouble::Malformed; }, FrameError::Field},
        {opened, [](Answer &a) { a.kind = Answer::Kind{9}; }, FrameError::Kind},
        {gray, [](Answer &a) { a.format = Format::None; }, FrameError::Field},
        {gray, [](Answer &a) { a.format = Format::Rgb32; }, FrameError::Limit},
        {gray, [](Answer &a) { a.format = Format{3}; }, FrameError::Field},
        {gray, [](Answer &a) { a.stride = 31; }, FrameError::Limit},
        {gray, [](Answer &a) { a.length = 599; }, FrameError::Limit},
        {gray, [](Answer &a) { a.length = ~std::uint64_t{0}; }, FrameError::Limit},
        {gray, [](Answer &a) { a.height = 0; }, FrameError::Limit},
        {gray, [](Answer &a) { a.width = a.stride = limits::sideMax + 1; }, FrameError::Limit},
        {gray, [](Answer &a) { a.page = limits::pagesMax; }, FrameError::Limit},
        {wordsAnswer, [](Answer &a) { a.length = limits::wordsBytesMax + 1; }, FrameError::Limit},
        {refused, [](Answer &a) { a.trouble = Trouble::None; }, FrameError::Field},
        {refused, [](Answer &a) { a.trouble = Trouble{5}; }, FrameError::Field},
        {refused, [](Answer &a) { a.length = 1; }, FrameError::Field},
    };
    for (const Case &c : cases) {
        const auto decoded = decodeAnswer(encode(with(c.answer, c.change)));
        REQUIRE(!decoded);
        CHECK(decoded.error() == c.expected);
    }
}

TEST_CASE("a header of another maker or another version is refused")
{
    auto bytes = encode(opened);
    bytes[0] ^= 1;
    CHECK(decodeAnswer(bytes).error() == FrameError::Magic);
    bytes = encode(opened);
    bytes[4] = 2;
    CHECK(decodeAnswer(bytes).error() == FrameError::Version);
    auto ask = encode(words);
    ask[7] = 1;
    CHECK(decodeAsk(ask).error() == FrameError::Field);
}

TEST_CASE("words come back as they went, and nothing else is taken for words")
{
    const std::vector<Word> page{{0, 0, 100, 50, "Dose"}, {200, 0, 9800, 10000, "75\u00a0mg"}};
    const Bytes bytes = encodeWords(page);
    CHECK(decodeWords(bytes) == page);
    CHECK(decodeWords({}) == std::vector<Word>{});
    const std::size_t first = 10 + page[0].text.size();
    for (std::size_t length = 1; length < bytes.size(); ++length)
        CHECK(decodeWords(BytesView(bytes).first(length)).has_value() == (length == first));
    CHECK(!decodeWords(encodeWords({{5000, 0, 5001, 1, "x"}})));
    CHECK(!decodeWords(encodeWords({{0, 5000, 1, 5001, "x"}})));
    CHECK(!decodeWords(encodeWords({{0, 0, 1, 1, ""}})));
    CHECK(!decodeWords(encodeWords({{0, 0, 1, 1, "\xC0\xAF"}})));
    CHECK(!decodeWords(encodeWords({{0, 0, 1, 1, std::string(limits::wordBytesMax + 1, 'x')}})));
    const std::vector<Word> many(limits::wordsMax + 1, {0, 0, 1, 1, "x"});
    CHECK(decodeWords(encodeWords(many))->size() == limits::wordsMax);
}
