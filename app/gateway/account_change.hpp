// How a command changes who may come: in one transaction, while no server runs on the folder.
#pragma once

#include "app/gateway/commands.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/speech.hpp"

#include <string>
#include <string_view>

namespace countersign::gateway
{

// Runs `change` in one transaction and closes; an exit code in the end.
template <class Change>
[[nodiscard]] int changeStore(const std::string &data, std::string_view whenTaken, Change change)
{
    const DataDirectory directory(data);
    if (!directory.isThere())
        return say(CouldNot, sentenceOf(DirectoryError::Absent));
    auto store = openStore(directory, store::OpenMode::MustExist);
    if (!store)
        return say(CouldNot, sentenceOf(store.error()));
    const auto changed = store->begin().and_then([&](store::Transaction transaction) {
        return change(*store).and_then([&](Done) { return transaction.commit(); });
    });
    if (!changed && changed.error() == store::StoreError::Constraint)
        return say(CouldNot, whenTaken);
    const auto closed = changed.and_then([&](Done) { return store->close(); });
    return closed ? int{Succeeded} : say(CouldNot, sentenceOf(closed.error()));
}

// The same of a change that says whether there was something to change: where there was nothing, that sentence.
template <class Change>
[[nodiscard]] int changeWhatIsThere(const std::string &data, std::string_view whenAbsent, Change change)
{
    bool wasThere = false;
    const int code = changeStore(data, {}, [&](store::gateway::GatewayStore &store) {
        return change(store).transform([&](bool isDone) {
            wasThere = isDone;
            return Done{};
        });
    });
    return code == Succeeded && !wasThere ? say(AnswerIsNo, whenAbsent) : code;
}

// `user cover` and `user uncover` (account_cover.cpp).
[[nodiscard]] int coverCommand(Words words);
[[nodiscard]] int uncoverCommand(Words words);

} // namespace countersign::gateway
