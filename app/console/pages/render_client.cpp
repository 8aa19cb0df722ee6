#include "app/console/pages/render_client.hpp"

#include "app/console/pages/document_memory.hpp"
#include "app/render/protocol/limits.hpp"
#include "app/render/protocol/words.hpp"
#include "core/domain/proposal.hpp"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <array>
#include <optional>

namespace countersign::console
{
namespace
{

namespace limits = render::limits;
using presenters::PageTrouble;
using Process = std::unique_ptr<QProcess>;

// A process, and the memory that it was born with; null: none.
struct Worker {
    Process process;
    std::unique_ptr<DocumentMemory> memory;
};

Worker startWorker(const QString &program)
{
    if (program.isEmpty() || !QFileInfo(program).isExecutable())
        return {};
    Worker worker{std::make_unique<QProcess>(), DocumentMemory::make()};
    worker.process->setProgram(program);
    if (worker.memory)
        worker.process->setArguments({QString::number(worker.memory->descriptor())});
    worker.process->setStandardErrorFile(QProcess::nullDevice());
    worker.process->start(QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (worker.memory)
        worker.memory->keep();
    return worker;
}

std::optional<render::Media> mediaOf(domain::Source::MediaType type)
{
    switch (type) {
    case domain::Source::MediaType::Pdf:
        return render::Media::Pdf;
    case domain::Source::MediaType::Tiff:
        return render::Media::Tiff;
    case domain::Source::MediaType::Png:
        return render::Media::Png;
    case domain::Source::MediaType::Jpeg:
        return render::Media::Jpeg;
    default:
        return std::nullopt;
    }
}

PageTrouble troubleOf(render::Trouble trouble)
{
    switch (trouble) {
    case render::Trouble::Encrypted:
        return PageTrouble::Encrypted;
    case render::Trouble::TooLarge:
        return PageTrouble::TooLarge;
    case render::Trouble::NoPage:
        return PageTrouble::NoPage;
    default:
        return PageTrouble::Malformed;
    }
}

class RenderedDocument : public presenters::PageDecoder
{
public:
    RenderedDocument(Worker worker, const RenderOptions &options, std::shared_ptr<const Bytes> document,
                     std::optional<render::Media> media)
        : options_(options), process_(std::move(worker.process)), memory_(std::move(worker.memory))
    {
        clock_.setSingleShot(true);
        connect(&clock_, &QTimer::timeout, this, [this] { giveUp(PageTrouble::TooSlow); });
        if (!process_ || !media || document->empty() || document->size() > limits::documentBytesMax) {
            const PageTrouble trouble = !process_                                     ? PageTrouble::NoDecoder
                                        : document->size() > limits::documentBytesMax ? PageTrouble::TooLarge
                                                                                      : PageTrouble::Malformed;
            QTimer::singleShot(0, this, [this, trouble] { giveUp(trouble); });
            return;
        }
        connect(process_.get(), &QProcess::readyReadStandardOutput, this, &RenderedDocument::read);
        connect(process_.get(), &QProcess::finished, this, [this] { giveUp(PageTrouble::Stopped); });
        connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            giveUp(error == QProcess::FailedToStart ? PageTrouble::NoDecoder : PageTrouble::Stopped);
        });
        const bool isInMemory = memory_ && memory_->put(*document);
        ask({.kind = render::Ask::Kind::Open, .media = *media, .length = document->size(), .isInMemory = isInMemory},
            options_.openWaitMax);
        if (!isInMemory)
            process_->write(reinterpret_cast<const char *>(document->data()), static_cast<qint64>(document->size()));
    }
    RenderedDocument(const RenderedDocument &) = delete;
    RenderedDocument &operator=(const RenderedDocument &) = delete;
    ~RenderedDocument() override { end(); }

    void askPicture(int page, int width) override
    {
        ask({.kind = render::Ask::Kind::Picture,
             .page = static_cast<std::uint32_t>(page),
             .width = std::min(static_cast<std::uint32_t>(width), limits::sideMax)},
            options_.pageWaitMax);
    }
    void askWords(int page) override
    {
        ask({.kind = render::Ask::Kind::Words, .page = static_cast<std::uint32_t>(page)}, options_.pageWaitMax);
    }

private:
    void ask(const render::Ask &ask, std::chrono::milliseconds waitMax)
    {
        if (!process_)
            return;
        asked_ = ask;
        const auto header = render::encode(ask);
        process_->write(reinterpret_cast<const char *>(header.data()), header.size());
        clock_.start(waitMax);
    }

    // As much as has come; never more than the answer that is awaited may have.
    void read()
    {
        const QPointer<RenderedDocument> self(this); // whoever hears an answer may give the document up
        while (self && process_ && process_->bytesAvailable() > 0) {
            if (!asked_)
                return giveUp(PageTrouble::Stopped); // nobody asked
            if (!answer_ && !fill(header_.data(), headerFilled_, header_.size()))
                return;
            if (!answer_ && !takeHeader())
                return giveUp(PageTrouble::Stopped);
            if (static_cast<std::size_t>(content_.size()) > filled_
                && !fill(content_.data(), filled_, static_cast<std::size_t>(content_.size())))
                return;
            takeAnswer();
        }
    }

    template <class T>
    bool fill(T *into, std::size_t &filled, std::size_t size)
    {
        const qint64 count =
            process_->read(reinterpret_cast<char *>(into) + filled, static_cast<qint64>(size - filled));
        filled += count > 0 ? static_cast<std::size_t>(count) : 0;
        return filled == size;
    }

    // Whether it is lawful, and answers what was asked.
    bool takeHeader()
    {
        const auto answer = render::decodeAnswer(header_);
        if (!answer)
            return false;
        const bool isRefused = answer->kind == render::Answer::Kind::Refused;
        if (!isRefused
            && (static_cast<int>(answer->kind) != static_cast<int>(asked_->kind)
                || (asked_->kind != render::Ask::Kind::Open && answer->page != asked_->page)
                || answer->width > std::max(asked_->width, 1U)))
            return false;
        answer_ = *answer;
        content_.resize(static_cast<qsizetype>(answer->length));
        filled_ = 0;
        return true;
    }

    void takeAnswer()
    {
        clock_.stop();
        const render::Answer answer = *answer_;
        const render::Ask asked = *asked_;
        const QByteArray content = std::exchange(content_, {});
        answer_.reset();
        asked_.reset();
        headerFilled_ = filled_ = 0;
        const int page = static_cast<int>(asked.page);
        switch (answer.kind) {
        case render::Answer::Kind::Opened:
            memory_.reset(); // the worker has it
            Q_EMIT opened(static_cast<int>(answer.page));
            return;
        case render::Answer::Kind::Picture:
            Q_EMIT pictureReady(page, {static_cast<int>(answer.width), static_cast<int>(answer.height),
                                       answer.format == render::Format::Gray8, content});
            return;
        case render::Answer::Kind::Words:
            return takeWords(page, content);
        case render::Answer::Kind::Refused:
            if (asked.kind == render::Ask::Kind::Open)
                return giveUp(troubleOf(answer.trouble));
            Q_EMIT pageFailed(page, troubleOf(answer.trouble));
        }
    }

    void takeWords(int page, const QByteArray &content)
    {
        const auto words = render::decodeWords(
            {reinterpret_cast<const std::uint8_t *>(content.data()), static_cast<std::size_t>(content.size())});
        if (!words)
            return giveUp(PageTrouble::Stopped);
        std::vector<presenters::PageWord> shown;
        shown.reserve(words->size());
        constexpr double unit = render::boxUnit;
        for (const render::Word &word : *words)
            shown.push_back({QRectF(word.x / unit, word.y / unit, word.width / unit, word.height / unit),
                             QString::fromUtf8(word.text.data(), static_cast<qsizetype>(word.text.size()))});
        Q_EMIT wordsReady(page, shown);
    }

    void giveUp(PageTrouble trouble)
    {
        end();
        if (!std::exchange(isOver_, true))
            Q_EMIT failed(trouble);
    }

    // Told to end and let go: who waits for a child waits too long.
    void end()
    {
        clock_.stop();
        if (!process_)
            return;
        process_->disconnect(this);
        QProcess *const ending = process_.release();
        if (ending->state() == QProcess::NotRunning)
            return ending->deleteLater();
        QObject::connect(ending, &QProcess::finished, ending, &QObject::deleteLater);
        ending->kill();
    }

    RenderOptions options_;
    Process process_;
    std::unique_ptr<DocumentMemory> memory_; // until the document is open
    QTimer clock_;
    std::optional<render::Ask> asked_;
    std::optional<render::Answer> answer_;
    std::array<std::uint8_t, render::answerBytes> header_{};
    std::size_t headerFilled_ = 0;
    QByteArray content_;
    std::size_t filled_ = 0;
    bool isOver_ = false;
};

// The process that waits for the next document, behind its walls already.
struct Spare {
    QString program;
    Worker worker;

    void fill()
    {
        if (!worker.process || worker.process->state() == QProcess::NotRunning)
            worker = startWorker(program);
    }
    ~Spare()
    {
        if (worker.process) {
            worker.process->kill();
            worker.process->waitForFinished(100);
        }
    }
};

// The next process is started when this document has what its reader waits for, not in the same moment: both would want
// the processor. However it ends, there is one.
void refillAfter(const RenderedDocument &opened, const std::shared_ptr<Spare> &spare)
{
    const auto refill = [weak = std::weak_ptr(spare)] {
        if (const auto alive = weak.lock())
            alive->fill();
    };
    QObject::connect(&opened, &presenters::PageDecoder::pictureReady, &opened, refill, Qt::SingleShotConnection);
    QObject::connect(&opened, &presenters::PageDecoder::failed, &opened, refill, Qt::SingleShotConnection);
    QObject::connect(&opened, &QObject::destroyed, qApp, refill, Qt::QueuedConnection);
}

} // namespace

RenderOptions installedRender()
{
    const QString here = QCoreApplication::applicationDirPath();
    RenderOptions options{{}, limits::openWaitMax, limits::pageWaitMax};
    for (const char *place : {"/countersign-render", "/../libexec/countersign/countersign-render"})
        if (options.program.isEmpty() && QFileInfo(here + QLatin1String(place)).isExecutable())
            options.program = here + QLatin1String(place);
    return options;
}

presenters::OpenDocument openInRender(RenderOptions options)
{
    auto spare = std::make_shared<Spare>();
    spare->program = options.program;
    spare->fill();
    return [spare, options = std::move(options)](std::shared_ptr<const Bytes> document,
                                                 domain::Source::MediaType media) {
        spare->fill();
        auto opened =
            std::make_unique<RenderedDocument>(std::move(spare->worker), options, std::move(document), mediaOf(media));
        refillAfter(*opened, spare);
        return std::unique_ptr<presenters::PageDecoder>(std::move(opened));
    };
}

} // namespace countersign::console
