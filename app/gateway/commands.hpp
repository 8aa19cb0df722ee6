// The gateway's commands (contract, tools.md). Each takes the words after its name and returns the exit code, having
// said one sentence on standard error where it is not 0.
#pragma once

#include <span>
#include <string>

namespace countersign::gateway
{

enum ExitCode { Succeeded = 0, AnswerIsNo = 1, WrongUse = 2, CouldNot = 3 };

using Words = std::span<const std::string>;

[[nodiscard]] int initCommand(Words words);
[[nodiscard]] int agentCommand(Words words);  // add, renew, stop
[[nodiscard]] int userCommand(Words words);   // add, disable
[[nodiscard]] int issuerCommand(Words words); // set, map, show, clear
[[nodiscard]] int lockCommand(Words words);
[[nodiscard]] int policyCommand(Words words); // check, apply
[[nodiscard]] int serveCommand(Words words);
[[nodiscard]] int importCommand(Words words);
[[nodiscard]] int exportCommand(Words words); // export-audit
[[nodiscard]] int eraseCommand(Words words);
[[nodiscard]] int databaseCommand(Words words); // db migrate
[[nodiscard]] int recoveryCommand(Words words); // make, open

} // namespace countersign::gateway
