// How a command has a running server change who may come: it leaves the change in the gateway's folder, which is the
// authority to ask, and waits for the server's word. A request is a file of its own, whole or not there, for its owner
// alone; whoever takes it removes it first, so that none is made twice.
#pragma once

#include "app/gateway/data_directory.hpp"
#include "app/gateway/rights_change.hpp"
#include "core/ports/randomness.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace countersign::gateway
{

enum class ChangeAnswer {
    Made,
    Nothing,    // there was nothing of it to change
    Refused,    // an id is taken or unknown
    Failed,     // the store
    Unanswered, // nobody took it, and it was taken back
    Unknown     // it was taken, and no word came
};

// The command's side: waits so long at most.
[[nodiscard]] ChangeAnswer askServer(const DataDirectory &directory, const RightsChange &change,
                                     ports::Randomness &dice, std::chrono::seconds patience = std::chrono::seconds(10));

// The server's side.
struct RightsRequest {
    std::string name;
    RightsChange change;
};
// Those that are there, and no more afterwards. What cannot be read is answered as failed.
[[nodiscard]] std::vector<RightsRequest> takeRequests(const DataDirectory &directory);
void answerRequest(const DataDirectory &directory, const std::string &name, ChangeAnswer answer);

} // namespace countersign::gateway
