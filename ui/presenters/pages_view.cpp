#include "ui/presenters/pages_view.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

using Media = domain::Source::MediaType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PagesView)
};

constexpr double boxUnit = 10'000; // of the contract's PageSelector

QString sentenceOf(const desk::BlobView *blob)
{
    switch (blob == nullptr ? desk::BlobState::Loading : blob->state) {
    case desk::BlobState::Loading:
        return Words::tr("Fetching the pages.");
    case desk::BlobState::NotHere:
        return Words::tr(
            "The pages are not kept on this machine, and there is no connection. They come when there is one.");
    case desk::BlobState::Missing:
        return Words::tr("The gateway does not have these pages. Ask for the document to be sent again.");
    case desk::BlobState::WrongContent:
        return Words::tr("The pages that came are not those that the agent named. They are not shown.");
    case desk::BlobState::TooLarge:
        return Words::tr("This document is too large to be shown here. Look at the original.");
    case desk::BlobState::Unreachable:
        return Words::tr("The pages did not come through. They are fetched again with the next connection.");
    case desk::BlobState::Here:
        return {};
    }
    return {};
}

} // namespace

bool hasPages(const domain::Source &source)
{
    if (source.content)
        return false;
    return !source.pageTexts.empty() || !source.blob.isEmpty();
}

PagesView describePages(const domain::Source &source, const desk::BlobView *blob, const domain::PageSelector *cited)
{
    PagesView view;
    view.media = source.mediaType;
    for (const std::string &text : source.pageTexts)
        view.texts += text::toQt(text);
    if (source.blob.isEmpty()) {
        view.sentence = Words::tr("There are no pictures of these pages, only the text that was recognised on them.");
    } else {
        view.content = blob == nullptr ? nullptr : blob->content;
        view.sentence = sentenceOf(blob);
        view.isLoading = blob == nullptr || blob->state == desk::BlobState::Loading;
    }
    if (cited == nullptr)
        return view;
    view.page = static_cast<int>(std::max<std::int64_t>(cited->page, 1) - 1);
    if (cited->box) {
        const auto &box = *cited->box;
        view.box = QRectF(static_cast<double>(box[0]) / boxUnit, static_cast<double>(box[1]) / boxUnit,
                          static_cast<double>(box[2]) / boxUnit, static_cast<double>(box[3]) / boxUnit)
                       .intersected(QRectF(0, 0, 1, 1));
    }
    view.exact = text::toQt(cited->exact);
    return view;
}

} // namespace countersign::presenters
