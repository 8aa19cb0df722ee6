#include "app/check/input.hpp"

#include <iterator>

namespace countersign::check
{
namespace
{

// Whether braces close on this line, strings apart.
bool isWholeObject(const std::string &line)
{
    long depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isInString) {
            i += c == '\\' ? 1 : 0;
            isInString = c != '"';
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '}') {
            depth += c == '{' ? 1 : -1;
        }
    }
    return depth <= 0;
}

} // namespace

std::optional<std::string> ProposalStream::next()
{
    std::string line;
    while (std::getline(stream_, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        if (isFirst_ && !isWholeObject(line)) {
            line += '\n';
            line.append(std::istreambuf_iterator<char>(stream_), {});
        }
        isFirst_ = false;
        return line;
    }
    return std::nullopt;
}

} // namespace countersign::check
