// Blobs by digest for agents and consoles, with one range of bytes (RFC 9110, section 14), a bounded piece at a time.
#include "app/gateway/agent_door.hpp"

#include "app/gateway/problem.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace countersign::gateway
{
namespace
{

constexpr std::string_view itemParameter = "item=";

struct Span {
    std::int64_t begin = 0, end = 0; // end is not part of it
};

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

// "bytes=0-99", "bytes=100-", "bytes=-50". Nothing where it cannot be satisfied.
std::optional<Span> parseRange(std::string_view header, std::int64_t size)
{
    constexpr std::string_view unit = "bytes=";
    const std::size_t dash = header.find('-');
    if (!header.starts_with(unit) || dash == std::string_view::npos)
        return std::nullopt;
    const std::string_view first = header.substr(unit.size(), dash - unit.size());
    const auto begin = number(first);
    const auto last = number(header.substr(dash + 1));
    if (first.empty() && last && *last > 0)
        return Span{std::max<std::int64_t>(0, size - *last), size};
    const bool isOpenEnded = dash + 1 == header.size();
    if (!begin || *begin >= size || (!last && !isOpenEnded) || (last && *last < *begin))
        return std::nullopt;
    return Span{*begin, last ? std::min(*last + 1, size) : size};
}

} // namespace

void AgentDoor::readBlob(std::string_view name, const HttpRequest &request, const Reply &reply)
{
    const domain::Digest digest("sha256:" + std::string(name));
    ask(reply, [this, digest, range = request.range] { return blobAnswer(digest, range); });
}

// Whoever may not see the item learns no more than that there is nothing.
void AgentDoor::readBlobOf(const domain::Reviewer &reviewer, const TargetParts &target, const HttpRequest &request,
                           const Reply &reply)
{
    const bool isBlob = target.path.size() == 3 && target.path[1] == "blobs" && target.query.starts_with(itemParameter);
    if (!isBlob || request.method != "GET")
        return reply(problem(403, "not-for-consoles", "A console reads the blobs of its items, and nothing else."));
    const domain::Digest digest("sha256:" + std::string(target.path[2]));
    const domain::ItemId item{std::string(target.query.substr(itemParameter.size()))};
    const Sight sight{reviewer.role,
                      services_.tokens.isEmergency(tokenOf(request.authorization), services_.clock.now())};
    ask(reply, [this, sight, digest, item, range = request.range]() -> HttpAnswer {
        const auto maySee = services_.registrar.maySeeBlob(sight, item, digest);
        if (!maySee)
            return unavailable();
        if (!*maySee)
            return problem(404, "not-found", "There is nothing of this name.");
        ++services_.metrics.blobsServed;
        return blobAnswer(digest, range);
    });
}

HttpAnswer AgentDoor::blobAnswer(const domain::Digest &digest, std::string_view range)
{
    const auto size = services_.registrar.blobSize(digest);
    if (!size)
        return unavailable();
    if (!*size)
        return problem(404, "not-found", "There is nothing of this name.");
    const auto span = range.empty() ? Span{0, **size} : parseRange(range, **size);
    if (!span)
        return problem(416, "range-not-satisfiable", "The blob does not have this range.");
    const auto content = services_.registrar.readBlob(digest, span->begin, span->end - span->begin);
    if (!content)
        return unavailable();
    HttpAnswer answer{.status = range.empty() ? 200 : 206,
                      .contentType = "application/octet-stream",
                      .body = std::string(asText(*content)),
                      .headers = {{"Accept-Ranges", "bytes"}}};
    if (!range.empty())
        answer.headers.emplace_back("Content-Range", "bytes " + std::to_string(span->begin) + "-"
                                                         + std::to_string(span->end - 1) + "/"
                                                         + std::to_string(**size));
    return answer;
}

} // namespace countersign::gateway
