// Stands where countersign-render stands and does what it must not: named by the program's own name.
#include "app/render/protocol/frames.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

using namespace countersign::render;

namespace
{

void say(const void *bytes, std::size_t size)
{
    if (write(STDOUT_FILENO, bytes, size) < 0)
        _exit(9);
}

void swallow()
{
    char taken[4096];
    while (read(STDIN_FILENO, taken, sizeof taken) > 0)
        ;
}

} // namespace

int main(int, char **argv)
{
    const std::string_view path = argv[0];
    const std::string_view manner = path.substr(path.rfind('-') + 1);
    char first[8];
    if (read(STDIN_FILENO, first, sizeof first) <= 0)
        return 0;
    if (manner == "dies")
        return 1;
    if (manner == "crashes")
        std::raise(SIGSEGV);
    const auto opened = encode(Answer{.kind = Answer::Kind::Opened, .page = 3});
    if (manner == "garbage")
        say("this is not an answer to anything at all", 40);
    if (manner == "chatters") {
        say(opened.data(), opened.size());
        for (int i = 0; i < 1000; ++i)
            say(opened.data(), opened.size());
    }
    if (manner == "lies") {
        auto lie = encode(Answer{.kind = Answer::Kind::Words, .page = 0, .length = 100});
        say(lie.data(), lie.size());
    }
    if (manner == "stops") {
        say(opened.data(), opened.size() / 2);
    }
    swallow(); // and hangs until it is ended
    pause();
    return 0;
}
