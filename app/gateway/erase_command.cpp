// `erase ITEM --by USER --reason CODE`: the lawful erasure of one item and of the decisions on it. Everything that
// proves that they were there stays; a tombstone says who erased them and why. While no server runs on the folder.
#include "app/gateway/commands.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"

#include <algorithm>

namespace countersign::gateway
{
namespace
{

// Who answers for it: an administrator of this gateway who may act.
bool mayErase(const Registrar &registrar, const std::string &id)
{
    const domain::Reviewer *person = registrar.roll().reviewer(domain::ReviewerId(id));
    return person != nullptr && person->role == domain::Role::Administrator;
}

} // namespace

int eraseCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--by", "--reason"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    const auto by = data.and_then([&](const std::string &) { return demand(*arguments, "--by"); });
    const auto reason = by.and_then([&](const std::string &) { return demand(*arguments, "--reason"); });
    if (!reason)
        return reason.error();
    if (arguments->words().size() != 1 || !isId(arguments->words()[0]))
        return say(WrongUse, "Name one item.");
    if (!domain::isAuditDetail(*reason) || reason->empty())
        return say(WrongUse, "The reason is a short code of a-z, 0-9 and -.");
    SystemDice dice;
    auto registrar = openRegistrar(DataDirectory(*data), dice);
    if (!registrar)
        return say(CouldNot, sentenceOf(registrar.error()));
    if (!mayErase(*registrar, *by))
        return say(AnswerIsNo, "There is no administrator of this id who may act.");
    const auto erased = registrar->erase(domain::ItemId(arguments->words()[0]), *by, *reason, SystemClock().now());
    if (!erased && erased.error() == store::StoreError::Absent)
        return say(AnswerIsNo, "There is no item of this id.");
    if (!erased || !registrar->close())
        return say(CouldNot, "The store cannot be written.");
    tell(*arguments, "erased, with " + std::to_string(*erased) + " decisions",
         protocol::Json::object({{"item", arguments->words()[0]}, {"decisions", *erased}, {"by", *by}}));
    return Succeeded;
}

} // namespace countersign::gateway
