// `import`: real material as proposals, straight into the folder's store while no server runs on it, or through the
// door of a gateway that runs.
#include "app/gateway/commands.hpp"
#include "app/gateway/http_client.hpp"
#include "app/gateway/import/material.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"
#include "core/rulebook/policy_checks.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>

namespace countersign::gateway
{
namespace
{

// What became of one proposal.
struct Taken {
    bool isRepeat = false;
    std::string refusal; // the rule; empty: it was taken
};
// Why nothing more can be imported, as a sentence.
struct Broken {
    std::string sentence;
};

// Where proposals and blobs go.
class Receiver
{
public:
    virtual ~Receiver() = default;
    [[nodiscard]] virtual Result<Done, Broken> putBlob(const std::string &content) = 0;
    [[nodiscard]] virtual Result<Taken, Broken> submit(const ImportedProposal &imported) = 0;
};

class StoreReceiver : public Receiver
{
public:
    StoreReceiver(Registrar &registrar, Instant now) : registrar_(registrar), now_(now) {}

    Result<Done, Broken> putBlob(const std::string &content) override
    {
        const domain::Digest digest(crypto::digestText(asBytes(content)));
        if (!registrar_.putBlob(digest, asBytes(content)))
            return failure(storeFailed());
        return Done{};
    }

    Result<Taken, Broken> submit(const ImportedProposal &imported) override
    {
        const auto submission = authority::readSubmission(imported.document);
        if (!submission)
            return Taken{false, std::string(protocol::ruleText(submission.error().rule))};
        const auto &agents = registrar_.roll().agents;
        const auto agent = std::find_if(agents.begin(), agents.end(),
                                        [&](const auto &entry) { return entry.second.id == imported.agent; });
        if (agent == agents.end())
            return Taken{false, "unknown-agent"};
        const auto taken = registrar_.submit(
            agent->second, *submission, rulebook::findingsOf(submission->proposal, registrar_.rules()->document), now_);
        if (taken)
            return Taken{taken->isRepeat, {}};
        const auto *refusal = std::get_if<authority::IntakeRefusal>(&taken.error());
        if (!refusal)
            return failure(storeFailed());
        return Taken{false, std::string(authority::ruleText(refusal->rule))};
    }

private:
    static Broken storeFailed() { return {"The store failed; what was counted as imported is kept."}; }

    Registrar &registrar_;
    Instant now_;
};

std::string_view sentenceOf(ClientError error)
{
    switch (error) {
    case ClientError::BadUrl:
        return "The URL is https://HOST:PORT or, on loopback alone, http://HOST:PORT.";
    case ClientError::Authority:
        return "The file given with --ca cannot be used.";
    case ClientError::Unreachable:
        return "Nobody answers at this URL.";
    case ClientError::Untrusted:
        return "Whoever answers at this URL is not vouched for by the authority.";
    case ClientError::Broken:
        break;
    }
    return "The connection ended; what was counted as imported is kept.";
}

// The rule that a problem names; the status where it names none.
std::string ruleOf(const HttpAnswer &answer)
{
    const auto problem = protocol::decodeStrict(answer.body, protocol::limits::statement);
    const protocol::Json *rule = problem ? problem->find("rule") : nullptr;
    return rule && rule->asString() ? *rule->asString() : "status-" + std::to_string(answer.status);
}

class DoorReceiver : public Receiver
{
public:
    explicit DoorReceiver(HttpClient client) : client_(std::move(client)) {}

    Result<Done, Broken> putBlob(const std::string &content) override
    {
        const std::string name = hexEncode(crypto::sha256(asBytes(content)));
        return call("PUT", "/v1/blobs/" + name, "application/octet-stream", content).and_then([](const HttpAnswer &) {
            return Result<Done, Broken>(Done{}); // one that was refused is missed by whoever names it
        });
    }

    Result<Taken, Broken> submit(const ImportedProposal &imported) override
    {
        return call("POST", "/v1/proposals", "application/json", imported.document)
            .transform([](const HttpAnswer &answer) {
                const bool isTaken = answer.status == 200 || answer.status == 201;
                return Taken{answer.status == 200, isTaken ? std::string() : ruleOf(answer)};
            });
    }

private:
    Result<HttpAnswer, Broken> call(std::string_view method, const std::string &target, std::string_view type,
                                    const std::string &body)
    {
        auto answer = client_.call(method, target, type, body);
        if (!answer)
            return failure(Broken{std::string(sentenceOf(answer.error()))});
        if (answer->status == 401)
            return failure(Broken{"The gateway knows no agent by this token."});
        if (answer->status >= 500)
            return failure(Broken{"The gateway could not; what was counted as imported is kept."});
        return *std::move(answer);
    }

    HttpClient client_;
};

struct Counts {
    std::int64_t added = 0, known = 0;
    std::vector<Refused> refused;
};

Result<Done, Broken> importBlob(Receiver &receiver, const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (content.empty() || content.size() > protocol::limits::blobBytesMax)
        return Done{}; // whoever names it is refused
    return receiver.putBlob(content);
}

Result<Counts, Broken> importAll(Receiver &receiver, const Material &material)
{
    Counts counts{.refused = material.refused};
    for (const auto &file : material.blobs)
        if (const auto put = importBlob(receiver, file); !put)
            return failure(put.error());
    for (const ImportedProposal &imported : material.proposals) {
        const auto taken = receiver.submit(imported);
        if (!taken)
            return failure(taken.error());
        if (taken->refusal.empty())
            ++(taken->isRepeat ? counts.known : counts.added);
        else
            counts.refused.push_back({imported.origin, taken->refusal});
    }
    return counts;
}

int report(const Arguments &arguments, const Result<Counts, Broken> &imported)
{
    if (!imported)
        return say(CouldNot, imported.error().sentence);
    const Counts &counts = *imported;
    for (const Refused &refused : counts.refused)
        static_cast<void>(say(AnswerIsNo, refused.origin + " was refused by the rule " + refused.rule + "."));
    const auto refusals = protocol::Json::arrayOf(counts.refused, [](const Refused &refused) {
        return protocol::Json::object({{"origin", refused.origin}, {"rule", refused.rule}});
    });
    tell(arguments,
         "imported " + std::to_string(counts.added) + ", known already " + std::to_string(counts.known) + ", refused "
             + std::to_string(counts.refused.size()),
         protocol::Json::object({{"imported", counts.added},
                                 {"known", counts.known},
                                 {"refused", static_cast<std::int64_t>(counts.refused.size())},
                                 {"refusals", refusals}}));
    return counts.refused.empty() ? Succeeded : AnswerIsNo;
}

int importIntoFolder(const Arguments &arguments, const std::string &data, const Material &material, Instant now)
{
    SystemDice dice;
    auto registrar = openRegistrar(DataDirectory(data), dice);
    if (!registrar)
        return say(CouldNot, sentenceOf(registrar.error()));
    StoreReceiver receiver(*registrar, now);
    auto imported = importAll(receiver, material);
    if (imported && !registrar->close())
        imported = failure(Broken{"The store failed; what was counted as imported is kept."});
    return report(arguments, imported);
}

int importThroughDoor(const Arguments &arguments, const std::string &url, const Material &material)
{
    auto client = HttpClient::connect(url, *arguments.value("--token"), arguments.value("--ca").value_or(""));
    if (!client)
        return say(client.error() == ClientError::BadUrl ? WrongUse : CouldNot, sentenceOf(client.error()));
    DoorReceiver receiver(*std::move(client));
    return report(arguments, importAll(receiver, material));
}

} // namespace

int importCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--as", "--as-of", "--url", "--token", "--ca"});
    if (!arguments)
        return arguments.error();
    const auto data = arguments->value("--data");
    const auto url = arguments->value("--url");
    if (data.has_value() == url.has_value())
        return say(WrongUse, "Say either --data DIR or --url URL --token T.");
    if (url.has_value() != arguments->has("--token") || (arguments->has("--ca") && !url))
        return say(WrongUse, "The options --url and --token go together, and --ca with them.");
    if (arguments->words().empty())
        return say(WrongUse, "Name a file or a folder to import.");
    const Instant now = SystemClock().now();
    ImportOptions options{domain::AgentId(arguments->value("--as").value_or("")), now, {}};
    if (const auto asOf = arguments->value("--as-of")) {
        options.asOf = parseInstant(*asOf);
        if (!options.asOf)
            return say(WrongUse, "--as-of is an instant.");
    }
    const Material material = collectMaterial({arguments->words().begin(), arguments->words().end()}, options);
    return url ? importThroughDoor(*arguments, *url, material) : importIntoFolder(*arguments, *data, material, now);
}

} // namespace countersign::gateway
