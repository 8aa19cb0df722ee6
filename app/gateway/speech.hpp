// What a command says: one sentence on standard error and an exit code. Never clinical text.
#pragma once

#include "app/gateway/arguments.hpp"
#include "app/gateway/commands.hpp"
#include "core/base/result.hpp"
#include "core/protocol/json.hpp"

#include <initializer_list>
#include <string_view>

namespace countersign::gateway
{

[[nodiscard]] int say(ExitCode code, std::string_view sentence);

// What a command has to tell: `sentence` for people or, with --json, the object alone on a line.
void tell(const Arguments &arguments, std::string_view sentence, const protocol::Json &object);

// The words of a command; every one of them takes --json; an exit code, already said, where they are wrong.
[[nodiscard]] Result<Arguments, int> readArguments(Words words, std::initializer_list<std::string_view> valued,
                                                   std::initializer_list<std::string_view> bare = {});
// The value of an option that has to be there.
[[nodiscard]] Result<std::string, int> demand(const Arguments &arguments, std::string_view option);

// 1 to 64 characters of A-Z a-z 0-9 . _ : - (contract, "id").
[[nodiscard]] bool isId(std::string_view text);

} // namespace countersign::gateway
