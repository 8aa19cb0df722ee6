#include "app/gateway/carry_out.hpp"

#include "app/gateway/opening.hpp"
#include "app/gateway/rights_requests.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"

namespace countersign::gateway
{
namespace
{

// In one transaction; the log of records learns of it when the next server opens it.
Result<bool, store::StoreError> makeHere(store::gateway::GatewayStore &store, const RightsChange &change)
{
    bool isMade = false;
    return store.begin()
        .and_then([&](store::Transaction transaction) {
            return makeChange(store, change, SystemClock().now()).and_then([&](bool made) {
                isMade = made;
                return transaction.commit();
            });
        })
        .and_then([&](Done) { return store.close(); })
        .transform([&](Done) { return isMade; });
}

int sayAnswer(ChangeAnswer answer, const ChangeSentences &sentences)
{
    switch (answer) {
    case ChangeAnswer::Made:
        return Succeeded;
    case ChangeAnswer::Nothing:
        return say(AnswerIsNo, sentences.whenNothing);
    case ChangeAnswer::Refused:
        return say(CouldNot, sentences.whenRefused);
    case ChangeAnswer::Failed:
        return say(CouldNot, sentenceOf(store::StoreError::Io));
    case ChangeAnswer::Unanswered:
        return say(CouldNot, "Another process uses this gateway's store and did not answer; nothing was changed.");
    case ChangeAnswer::Unknown:
        break;
    }
    return say(CouldNot, "The server took the change and did not say what came of it; look before asking again.");
}

} // namespace

int carryOut(const std::string &data, const RightsChange &change, const ChangeSentences &sentences)
{
    const DataDirectory directory(data);
    if (!directory.isThere())
        return say(CouldNot, sentenceOf(DirectoryError::Absent));
    auto store = openStore(directory, store::OpenMode::MustExist);
    if (!store && store.error() == OpeningError(store::StoreError::Busy)) {
        SystemDice dice;
        return sayAnswer(askServer(directory, change, dice), sentences);
    }
    if (!store)
        return say(CouldNot, sentenceOf(store.error()));
    const auto made = makeHere(*store, change);
    if (!made && made.error() != store::StoreError::Constraint)
        return say(CouldNot, sentenceOf(made.error()));
    if (!made)
        return sayAnswer(ChangeAnswer::Refused, sentences);
    return sayAnswer(*made ? ChangeAnswer::Made : ChangeAnswer::Nothing, sentences);
}

} // namespace countersign::gateway
