// `recovery make`: a key pair for the organisation's recovery of profiles; the public half for the consoles, the
// private one as three shares for three people and nowhere else. `recovery open`: two shares and a console's request, a
// line each on standard input, give the code that opens that profile. Nothing is kept, and no folder of a gateway is
// needed.
#include "app/gateway/commands.hpp"
#include "app/gateway/speech.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/random.hpp"
#include "core/crypto/recovery_code.hpp"
#include "core/crypto/sealed_box.hpp"
#include "core/crypto/shares.hpp"

#include <array>
#include <iostream>

namespace countersign::gateway
{
namespace
{

constexpr std::string_view sharePrefix = "CSSHARE1 ";
constexpr std::string_view requestPrefix = "CSREC1 ";

std::optional<SecretBytes> lineAfter(std::string_view prefix)
{
    std::string line;
    std::getline(std::cin, line);
    auto bytes =
        line.starts_with(prefix) ? base64urlDecode(std::string_view(line).substr(prefix.size())) : std::nullopt;
    wipeMemory(line.data(), line.size());
    return bytes ? std::optional(SecretBytes::taking(std::move(*bytes))) : std::nullopt;
}

int make(const Arguments &arguments)
{
    const auto pair = crypto::makeBoxKeyPair();
    SecretBytes random(pair.privateKey.view().size());
    crypto::systemRandom(random.writable());
    const auto shares = crypto::splitInThree(pair.privateKey.view(), random.view());
    if (!shares)
        return say(CouldNot, "The key could not be split.");
    std::string text = "Public key, for --recovery-key of every console:\n" + base64urlEncode(pair.publicKey)
                       + "\nShares, one for each of three people; any two of them open a profile:\n";
    auto list = protocol::Json::array({});
    for (const SecretBytes &share : *shares) {
        const auto line = std::string(sharePrefix) + base64urlEncode(share.view());
        text += line + "\n";
        list.push(line);
    }
    text.pop_back();
    tell(arguments, text,
         protocol::Json::object({{"publicKey", base64urlEncode(pair.publicKey)}, {"shares", std::move(list)}}));
    return Succeeded;
}

int open(const Arguments &arguments)
{
    const auto one = lineAfter(sharePrefix);
    const auto other = lineAfter(sharePrefix);
    const auto request = lineAfter(requestPrefix);
    if (!one || !other || !request)
        return say(WrongUse, "Give two shares and the console's request on standard input, a line each.");
    const auto key = crypto::joinTwo(one->view(), other->view());
    if (!key)
        return say(AnswerIsNo, "These are not two shares of one key.");
    const auto code = crypto::openBox(key->view(), request->view());
    if (!code)
        return say(AnswerIsNo, "This request was not made for that key.");
    const auto text = crypto::codeText(code->view());
    tell(arguments, asText(text.view()), protocol::Json::object({{"code", std::string(asText(text.view()))}}));
    return Succeeded;
}

} // namespace

int recoveryCommand(Words words)
{
    const auto arguments = readArguments(words, {});
    if (!arguments)
        return arguments.error();
    const auto &given = arguments->words();
    if (given.size() == 1 && given[0] == "make")
        return make(*arguments);
    if (given.size() == 1 && given[0] == "open")
        return open(*arguments);
    return say(WrongUse, "Say recovery make or recovery open.");
}

} // namespace countersign::gateway
