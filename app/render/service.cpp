#include "app/render/service.hpp"

#include "app/render/protocol/limits.hpp"

#include <fcntl.h>
#ifdef __linux__
#include <sys/mman.h>
#endif
#include <unistd.h>

#include <cerrno>
#include <new>

namespace countersign::render
{
namespace
{

bool readAll(int from, std::span<std::uint8_t> into)
{
    while (!into.empty()) {
        const ssize_t count = ::read(from, into.data(), into.size());
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        if (count > 0)
            into = into.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool writeAll(int to, BytesView bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(to, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

OpenedPages openDocument(BytesView document, Media media)
{
    switch (media) {
    case Media::Pdf:
        return openPdf(document);
    case Media::Tiff:
        return openTiff(document);
    case Media::Png:
    case Media::Jpeg:
        return openImage(document, media);
    }
    return failure(Trouble::Malformed);
}

// What the asker put into the memory that both have; empty where there is none. Nobody takes it back: it goes with the
// process.
BytesView mapped([[maybe_unused]] std::uint64_t length)
{
#ifdef __linux__
    void *const at = mmap(nullptr, length, PROT_READ, MAP_SHARED, documentDescriptor, 0);
    if (at != MAP_FAILED)
        return {static_cast<const std::uint8_t *>(at), static_cast<std::size_t>(length)};
#endif
    return {};
}

class Conversation
{
public:
    Conversation(int asks, int answers) : asks_(asks), answers_(answers) {}

    int hold()
    {
        std::array<std::uint8_t, askBytes> header{};
        while (readAll(asks_, header)) {
            const auto ask = decodeAsk(header);
            if (!ask || (ask->kind == Ask::Kind::Open) == (pages_ != nullptr))
                return 1;
            if (!answer(*ask))
                return 0;
        }
        return 0;
    }

private:
    // Answers whether to go on.
    bool answer(const Ask &ask)
    {
        try {
            return ask.kind == Ask::Kind::Open ? open(ask) : ask.kind == Ask::Kind::Picture ? picture(ask) : words(ask);
        } catch (const std::bad_alloc &) {
            return refuse(Trouble::TooLarge, ask.page) && pages_ != nullptr;
        }
    }

    bool open(const Ask &ask)
    {
        BytesView document;
        if (ask.isInMemory) {
            document = mapped(ask.length);
        } else {
            document_.resize(ask.length);
            if (!readAll(asks_, document_))
                return false;
            document = document_;
        }
        auto opened = openDocument(document, ask.media);
        if (!opened) {
            refuse(opened.error(), 0);
            return false;
        }
        pages_ = std::move(*opened);
        return send({.kind = Answer::Kind::Opened, .page = pages_->count()}, {});
    }

    bool picture(const Ask &ask)
    {
        if (ask.page >= pages_->count())
            return refuse(Trouble::NoPage, ask.page);
        const auto picture = pages_->picture(ask.page, ask.width);
        if (!picture)
            return refuse(picture.error(), ask.page);
        const std::uint32_t stride = picture->width * bytesPerPixel(picture->format);
        return send({.kind = Answer::Kind::Picture,
                     .format = picture->format,
                     .page = ask.page,
                     .width = picture->width,
                     .height = picture->height,
                     .stride = stride,
                     .length = picture->rows.size()},
                    picture->rows);
    }

    bool words(const Ask &ask)
    {
        if (ask.page >= pages_->count())
            return refuse(Trouble::NoPage, ask.page);
        const Bytes words = encodeWords(pages_->words(ask.page));
        return send({.kind = Answer::Kind::Words, .page = ask.page, .length = words.size()}, words);
    }

    bool refuse(Trouble trouble, std::uint32_t page)
    {
        return send({.kind = Answer::Kind::Refused, .trouble = trouble, .page = page}, {});
    }

    bool send(const Answer &answer, BytesView content)
    {
        return writeAll(answers_, encode(answer)) && writeAll(answers_, content);
    }

    int asks_;
    int answers_;
    Bytes document_;
    std::unique_ptr<Pages> pages_;
};

} // namespace

void widenPipes([[maybe_unused]] int asks, [[maybe_unused]] int answers)
{
#ifdef F_SETPIPE_SZ
    constexpr int wide = 1 << 20;
    for (const int pipe : {asks, answers})
        static_cast<void>(fcntl(pipe, F_SETPIPE_SZ, wide)); // without it the two only take more turns
#endif
}

bool takeMemory([[maybe_unused]] int descriptor)
{
#ifdef __linux__
    const bool isThere = descriptor == documentDescriptor || dup2(descriptor, documentDescriptor) >= 0;
    // Now, while nobody waits. Where there is no room it grows as it is written to.
    if (isThere)
        static_cast<void>(posix_fallocate(documentDescriptor, 0, limits::documentBytesReady));
    return isThere;
#else
    return false;
#endif
}

int serve(int asks, int answers)
{
    return Conversation(asks, answers).hold();
}

} // namespace countersign::render
