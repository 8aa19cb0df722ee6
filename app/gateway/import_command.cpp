// `import`: real material as proposals, straight into the folder's store. While no server runs on it.
#include "app/gateway/commands.hpp"
#include "app/gateway/import/material.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace countersign::gateway
{
namespace
{

struct Counts {
    std::int64_t added = 0, known = 0, refused = 0;
};

void tellRefusal(const std::string &origin, std::string_view rule)
{
    std::cerr << "countersign-gateway: " << origin << " was refused by the rule " << rule << ".\n";
}

const authority::AgentGrant *grantOf(const Roll &roll, const domain::AgentId &agent)
{
    const auto found = std::find_if(roll.agents.begin(), roll.agents.end(),
                                    [&](const auto &entry) { return entry.second.id == agent; });
    return found == roll.agents.end() ? nullptr : &found->second;
}

// False where the store failed.
bool importOne(Registrar &registrar, const ImportedProposal &imported, Instant now, Counts &counts)
{
    const auto refuse = [&](std::string_view rule) {
        ++counts.refused;
        tellRefusal(imported.origin, rule);
        return true;
    };
    const auto submission = authority::readSubmission(imported.document);
    if (!submission)
        return refuse(protocol::ruleText(submission.error().rule));
    const authority::AgentGrant *agent = grantOf(registrar.roll(), imported.agent);
    if (!agent)
        return refuse("unknown-agent");
    const auto taken = registrar.submit(*agent, *submission, now);
    if (taken) {
        ++(taken->isRepeat ? counts.known : counts.added);
        return true;
    }
    const auto *refusal = std::get_if<authority::IntakeRefusal>(&taken.error());
    return refusal ? refuse(authority::ruleText(refusal->rule)) : false;
}

bool importBlob(Registrar &registrar, const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (content.empty() || content.size() > protocol::limits::blobBytesMax)
        return true; // whoever names it is refused
    return registrar.putBlob(domain::Digest(crypto::digestText(asBytes(content))), asBytes(content)).has_value();
}

Counts importAll(Registrar &registrar, const Material &material, Instant now, bool &isStored)
{
    Counts counts{.refused = static_cast<std::int64_t>(material.refused.size())};
    for (const Refused &refused : material.refused)
        tellRefusal(refused.origin, refused.rule);
    isStored = std::all_of(material.blobs.begin(), material.blobs.end(),
                           [&](const auto &file) { return importBlob(registrar, file); })
               && std::all_of(material.proposals.begin(), material.proposals.end(),
                              [&](const auto &imported) { return importOne(registrar, imported, now, counts); });
    return counts;
}

} // namespace

int importCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--as", "--as-of"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    if (arguments->words().empty())
        return say(WrongUse, "Name a file or a folder to import.");
    SystemDice dice;
    const Instant now = SystemClock().now();
    ImportOptions options{domain::AgentId(arguments->value("--as").value_or("")), now, {}};
    if (const auto asOf = arguments->value("--as-of")) {
        options.asOf = parseInstant(*asOf);
        if (!options.asOf)
            return say(WrongUse, "--as-of is an instant.");
    }
    auto registrar = openRegistrar(DataDirectory(*data), dice);
    if (!registrar)
        return say(CouldNot, sentenceOf(registrar.error()));
    const Material material = collectMaterial({arguments->words().begin(), arguments->words().end()}, options);
    bool isStored = false;
    const Counts counts = importAll(*registrar, material, now, isStored);
    if (!isStored || !registrar->close())
        return say(CouldNot, "The store failed; what was counted as imported is kept.");
    std::cout << "imported " << counts.added << ", known already " << counts.known << ", refused " << counts.refused
              << '\n';
    return counts.refused == 0 ? Succeeded : AnswerIsNo;
}

} // namespace countersign::gateway
