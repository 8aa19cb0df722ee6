#include "app/gateway/speech.hpp"

#include "core/protocol/canonical.hpp"

#include <algorithm>
#include <iostream>

namespace countersign::gateway
{

int say(ExitCode code, std::string_view sentence)
{
    std::cerr << "countersign-gateway: " << sentence << '\n';
    return code;
}

void tell(const Arguments &arguments, std::string_view sentence, const protocol::Json &object)
{
    if (arguments.has("--json"))
        std::cout << protocol::compactText(object) << std::endl;
    else
        std::cout << sentence << std::endl;
}

Result<Arguments, int> readArguments(Words words, std::initializer_list<std::string_view> valued,
                                     std::initializer_list<std::string_view> bare)
{
    std::vector<std::string_view> flags(bare);
    flags.push_back("--json");
    auto arguments = Arguments::parse(words, {valued.begin(), valued.end()}, flags);
    if (!arguments)
        return failure(
            say(WrongUse, "The option " + arguments.error().option + " is unknown, repeated or has no value."));
    return *std::move(arguments);
}

Result<std::string, int> demand(const Arguments &arguments, std::string_view option)
{
    if (auto value = arguments.value(option))
        return *std::move(value);
    return failure(say(WrongUse, "The option " + std::string(option) + " is needed."));
}

bool isId(std::string_view text)
{
    constexpr std::size_t lengthMax = 64;
    constexpr std::string_view marks = "._:-";
    return !text.empty() && text.size() <= lengthMax && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || marks.find(c) != std::string_view::npos;
    });
}

} // namespace countersign::gateway
