// The worker itself, asked as the console asks it: small documents made here, the same cut short and scrambled, and the
// collection of foreign ones. Whatever it is given, each ask ends: in an answer, or in a worker that is gone.
#include "app/render/protocol/limits.hpp"
#include "app/render/reduction.hpp"
#include "tests/render/asker.hpp"
#include "tests/render/documents.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace countersign;
using namespace countersign::tests;
using render::Answer;
using render::Ask;
using render::Media;
using render::Trouble;

namespace
{

std::optional<Answer> picture(Asker &asker, std::uint32_t page, std::uint32_t width = 600)
{
    return asker.ask({.kind = Ask::Kind::Picture, .page = page, .width = width});
}

std::optional<std::vector<render::Word>> words(Asker &asker, std::uint32_t page)
{
    const auto answer = asker.ask({.kind = Ask::Kind::Words, .page = page});
    return answer && answer->kind == Answer::Kind::Words ? render::decodeWords(asker.content()) : std::nullopt;
}

// How it went with the first pages of a document.
enum class End { Shown, Refused, Gone };

End tryOut(Media media, BytesView document)
{
    Asker asker;
    const auto opened = asker.open(media, document);
    if (!opened)
        return End::Gone;
    if (opened->kind != Answer::Kind::Opened)
        return End::Refused;
    for (std::uint32_t page = 0; page < std::min(opened->page, 3U); ++page) {
        const auto shown = picture(asker, page);
        if (!shown || !asker.ask({.kind = Ask::Kind::Words, .page = page}))
            return End::Gone;
    }
    return End::Shown;
}

Bytes contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

struct Sample {
    Media media;
    Bytes document;
};

const std::vector<Sample> &samples()
{
    static const std::vector<Sample> all{
        {Media::Tiff, faxOf(2, 400, 500)}, {Media::Pdf, pdfOf({"Dose 75 mg", "once daily"})}, {Media::Png, smallPng()}};
    return all;
}

} // namespace

TEST_CASE("every page of a fax is shown at its place, in grey, as wide as asked")
{
    Asker asker;
    const auto opened = asker.open(Media::Tiff, faxOf(4));
    REQUIRE(opened);
    CHECK(opened->page == 4);
    for (std::uint32_t page = 0; page < 4; ++page) {
        const auto shown = picture(asker, page);
        REQUIRE(shown);
        CHECK(shown->format == render::Format::Gray8);
        CHECK(shown->width == 600);
        CHECK(shown->height == 764);
        const auto rowAt = [&](double part) {
            return asker.content()[static_cast<std::size_t>(part * 764) * 600 + 300];
        };
        CHECK(rowAt(page / 10.0 + 0.02) == 0x00);
        CHECK(rowAt(page / 10.0 + 0.08) == 0xFF);
        CHECK(words(asker, page)->empty());
    }
    CHECK(picture(asker, 4)->trouble == Trouble::NoPage);
    CHECK(picture(asker, 0)->kind == Answer::Kind::Picture); // back again
    CHECK(picture(asker, 0, 4096)->width == 1728);           // never larger than it is
    CHECK(asker.end() == 0);
}

TEST_CASE("a PDF is shown with its words where they stand")
{
    Asker asker;
    REQUIRE(asker.open(Media::Pdf, pdfOf({"Dose 75 mg", "once daily"})));
    const auto shown = picture(asker, 0, 800);
    REQUIRE(shown);
    CHECK(shown->width == 800);
    CHECK(shown->height == 400);
    const auto found = words(asker, 0);
    REQUIRE(found);
    REQUIRE(found->size() == 5);
    CHECK((*found)[1].text == "75");
    CHECK((*found)[3].text == "once");
    CHECK((*found)[0].x == doctest::Approx(1000).epsilon(0.1)); // 20 of 200 points
    CHECK((*found)[1].x > (*found)[0].x + (*found)[0].width - 1);
    CHECK((*found)[3].y > (*found)[0].y);
    CHECK((*found)[0].y == doctest::Approx(1300).epsilon(0.2));
}

TEST_CASE("a picture is one page, in its colours")
{
    Asker asker;
    const auto opened = asker.open(Media::Png, smallPng());
    REQUIRE(opened);
    CHECK(opened->page == 1);
    const auto shown = picture(asker, 0);
    REQUIRE(shown);
    CHECK(shown->format == render::Format::Rgb32);
    const BytesView rows = asker.content();
    REQUIRE(rows.size() == 16);
    CHECK(rows[2] == 0xFF); // red
    CHECK(rows[5] == 0xFF); // green
    CHECK(rows[8] == 0xFF); // blue
    CHECK(rows[0] == 0x00);
}

TEST_CASE("what is not what it says is refused, and the worker ends")
{
    for (const Media media : {Media::Pdf, Media::Tiff, Media::Png, Media::Jpeg}) {
        Asker asker;
        const auto opened = asker.open(media, asBytes("this is no such document"));
        REQUIRE(opened);
        CHECK(opened->trouble == Trouble::Malformed);
        CHECK_FALSE(picture(asker, 0));
        CHECK(asker.end() == 0);
    }
}

TEST_CASE("who says something unlawful is not answered")
{
    const auto openAsk = render::encode(Ask{.kind = Ask::Kind::Open, .media = Media::Png, .length = smallPng().size()});
    const auto pageAsk = render::encode(Ask{.kind = Ask::Kind::Picture, .width = 10});
    const Bytes garbage(200, 0xA5);
    for (const BytesView said : {BytesView(garbage), BytesView(pageAsk)}) { // noise; a page of nothing
        Asker asker;
        asker.say(said);
        CHECK(asker.end() == 1);
    }
    Asker twice;
    REQUIRE(twice.open(Media::Png, smallPng()));
    twice.say(openAsk);
    CHECK(twice.end() == 1);
}

TEST_CASE("the worker stands inside its walls before it reads anything")
{
    Asker asker;
    REQUIRE(asker.open(Media::Png, smallPng()));
    const auto said = [&](const char *file) {
        const Bytes content = contentOf("/proc/" + std::to_string(asker.process()) + "/" + file);
        return std::string(asText(content));
    };
    CHECK(said("status").find("Seccomp:\t2") != std::string::npos);
    CHECK(said("status").find("NoNewPrivs:\t1") != std::string::npos);
    const std::string limits = said("limits");
    const auto line = limits.find("Max open files");
    REQUIRE(line != std::string::npos);
    CHECK(limits.substr(line, 30).find(" 0 ") != std::string::npos);
}

TEST_CASE("a document cut short anywhere, or with a byte wrong anywhere, ends in an answer")
{
    std::map<End, int> ends;
    for (const auto &[media, whole] : samples()) {
        for (std::size_t i = 1; i < 50; ++i)
            ++ends[tryOut(media, BytesView(whole).first(std::max<std::size_t>(1, whole.size() * i / 50)))];
        for (std::size_t i = 0; i < 50; ++i) {
            Bytes wrong = whole;
            wrong[wrong.size() * i / 50] ^= 0x5A;
            ++ends[tryOut(media, wrong)];
        }
    }
    MESSAGE("shown ", ends[End::Shown], ", refused ", ends[End::Refused], ", gone ", ends[End::Gone]);
    CHECK(ends[End::Gone] == 0);
    CHECK(ends[End::Refused] > 0);
}

TEST_CASE("every foreign document is shown or refused")
{
    const char *const data = std::getenv("COUNTERSIGN_DATA");
    if (data == nullptr)
        return;
    const std::map<std::string, Media> medias{{".pdf", Media::Pdf}, {".tif", Media::Tiff}, {".tiff", Media::Tiff}};
    std::map<End, int> ends;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(data) / "documents")) {
        const auto media = medias.find(entry.path().extension().string());
        if (media == medias.end())
            continue;
        const End end = tryOut(media->second, contentOf(entry.path()));
        ++ends[end];
        CHECK_MESSAGE(end != End::Gone, entry.path().filename().string());
    }
    MESSAGE("shown ", ends[End::Shown], ", refused ", ends[End::Refused], ", gone ", ends[End::Gone]);
    CHECK(ends[End::Shown] > 100);
}

TEST_CASE("reducing takes the mean, repeats what is missing, and fits the limits")
{
    using render::Extent;
    using render::Reduction;
    Reduction half({4, 2}, {2, 1}, render::Format::Gray8);
    half.addRow(Bytes{0, 255, 255, 255});
    half.addRow(Bytes{0, 255, 255, 255});
    CHECK(half.finish().rows == Bytes{127, 255});
    Reduction taller({1, 2}, {1, 4}, render::Format::Gray8);
    taller.addRow(Bytes{10});
    taller.addRow(Bytes{20});
    CHECK(taller.finish().rows == Bytes{10, 10, 20, 20});
    Reduction unfinished({1, 2}, {1, 2}, render::Format::Gray8);
    unfinished.addRow(Bytes{0});
    CHECK(unfinished.finish().rows == Bytes{0, 255});
    const Extent strip = render::reducedExtent({100, 1'000'000}, 100);
    CHECK(strip.height == render::limits::sideMax);
    CHECK(strip.width == 1);
    CHECK(render::reducedExtent({200, 100}, 100, 2).height == 100);
}
