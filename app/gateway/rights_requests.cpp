#include "app/gateway/rights_requests.hpp"

#include "core/base/encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <thread>

namespace countersign::gateway
{
namespace
{

constexpr std::string_view asked = ".json", answered = ".answer";
constexpr std::chrono::milliseconds look{50};
// What the server says, by the enumerator; the last two are the command's own conclusions.
constexpr std::array<std::string_view, 4> words{"made", "nothing", "refused", "failed"};

std::filesystem::path fileOf(const DataDirectory &directory, const std::string &name, std::string_view ending)
{
    return directory.rightsRequests() / (name + std::string(ending));
}

std::optional<ChangeAnswer> takeAnswer(const std::filesystem::path &file)
{
    if (!std::filesystem::exists(file))
        return std::nullopt;
    const auto text = readFile(file);
    std::error_code error;
    std::filesystem::remove(file, error);
    const auto found = std::ranges::find(words, text.value_or(std::string()));
    return found == words.end() ? ChangeAnswer::Unknown : static_cast<ChangeAnswer>(found - words.begin());
}

} // namespace

ChangeAnswer askServer(const DataDirectory &directory, const RightsChange &change, ports::Randomness &dice,
                       std::chrono::seconds patience)
{
    std::array<std::uint8_t, 16> random{};
    dice.fill(random);
    const std::string name = hexEncode(random);
    std::error_code error;
    std::filesystem::create_directories(directory.rightsRequests(), error);
    std::filesystem::permissions(directory.rightsRequests(), std::filesystem::perms::owner_all, error);
    const auto request = fileOf(directory, name, asked), answer = fileOf(directory, name, answered);
    if (error || !writeFile(request, asBytes(changeText(change))))
        return ChangeAnswer::Unanswered;
    for (auto waited = std::chrono::milliseconds(0); waited < patience; waited += look) {
        if (const auto word = takeAnswer(answer))
            return *word;
        std::this_thread::sleep_for(look);
    }
    if (std::filesystem::remove(request, error))
        return ChangeAnswer::Unanswered;
    return takeAnswer(answer).value_or(ChangeAnswer::Unknown);
}

std::vector<RightsRequest> takeRequests(const DataDirectory &directory)
{
    std::vector<RightsRequest> requests;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(directory.rightsRequests(), error)) {
        if (entry.path().extension() != asked)
            continue;
        const auto text = readFile(entry.path());
        std::error_code gone;
        if (!text || !std::filesystem::remove(entry.path(), gone))
            continue;
        const std::string name = entry.path().stem();
        auto change = readChange(*text);
        if (change)
            requests.push_back({name, *std::move(change)});
        else
            answerRequest(directory, name, ChangeAnswer::Failed);
    }
    return requests;
}

// Where it cannot be written the command concludes that it does not know.
void answerRequest(const DataDirectory &directory, const std::string &name, ChangeAnswer answer)
{
    static_cast<void>(
        writeFile(fileOf(directory, name, answered), asBytes(words.at(static_cast<std::size_t>(answer)))));
}

} // namespace countersign::gateway
