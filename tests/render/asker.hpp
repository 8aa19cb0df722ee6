// Speaks to a worker as the console does, but waits for each answer. Every wait is bounded: a worker that hangs is
// ended and reported as such.
#pragma once

#include "app/render/protocol/words.hpp"

#include <sys/types.h>

#include <optional>

namespace countersign::tests
{

class Asker
{
public:
    Asker(); // starts a worker
    Asker(const Asker &) = delete;
    Asker &operator=(const Asker &) = delete;
    ~Asker();

    // Nothing: the worker is gone, hangs, or said something unlawful.
    [[nodiscard]] std::optional<render::Answer> ask(const render::Ask &ask, BytesView content = {});
    [[nodiscard]] std::optional<render::Answer> open(render::Media media, BytesView document);
    [[nodiscard]] BytesView content() const { return content_; } // of the last answer

    // Sends these bytes as they are.
    void say(BytesView bytes);
    // Closes the conversation; the exit code, or the negative signal.
    [[nodiscard]] int end();
    [[nodiscard]] pid_t process() const { return process_; }

private:
    [[nodiscard]] bool readAll(std::span<std::uint8_t> into);

    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    Bytes content_;
};

} // namespace countersign::tests
