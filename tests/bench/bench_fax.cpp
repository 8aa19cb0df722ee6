// The first page of a fax of 300 pages: from its bytes in the console to a picture in the console, through the process
// behind walls; against the bare decoder in this process, without walls, on the same bytes and to the same size.
// Budget: 1.5 times.
#include "app/console/pages/render_client.hpp"
#include "app/render/pages.hpp"
#include "tests/render/documents.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace countersign;

namespace
{

constexpr int pages = 300, rounds = 15, width = 1000;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double bare(const Bytes &fax)
{
    QElapsedTimer clock;
    clock.start();
    const auto opened = render::openTiff(fax);
    if (!opened || !(*opened)->picture(0, width))
        std::abort();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The worker that is kept ready has had the time that a reader needs to open an item.
double through(const presenters::OpenDocument &open, const std::shared_ptr<const Bytes> &fax)
{
    QTimer::singleShot(300, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    QElapsedTimer clock;
    clock.start();
    const auto decoder = open(fax, domain::Source::MediaType::Tiff);
    double taken = 0;
    QObject::connect(decoder.get(), &presenters::PageDecoder::opened, decoder.get(),
                     [&] { decoder->askPicture(0, width); });
    QObject::connect(decoder.get(), &presenters::PageDecoder::pictureReady, decoder.get(), [&] {
        taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QCoreApplication::quit();
    });
    QObject::connect(decoder.get(), &presenters::PageDecoder::failed, decoder.get(), [] { std::abort(); });
    QCoreApplication::exec();
    return taken;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto fax = std::make_shared<const Bytes>(tests::writtenFaxOf(pages));
    const auto open =
        console::openInRender({QStringLiteral(COUNTERSIGN_RENDER), std::chrono::seconds(60), std::chrono::seconds(60)});
    std::vector<double> alone, behindWalls;
    for (int i = 0; i < rounds; ++i) {
        alone.push_back(bare(*fax));
        behindWalls.push_back(through(open, fax));
    }
    std::printf(
        "fax of %d pages, %.1f MB; first page, medians of %d: bare %.1f ms, through the console %.1f ms, ratio %.2f "
        "(budget 1.5)\n",
        pages, static_cast<double>(fax->size()) / 1e6, rounds, median(alone), median(behindWalls),
        median(behindWalls) / median(alone));
    return 0;
}
