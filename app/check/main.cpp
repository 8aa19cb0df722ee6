#include "app/check/arguments.hpp"
#include "app/check/run.hpp"
#include "core/rulebook/policy_codec.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

// countersign-check (contract, tools.md): exit 0 done, 1 the answer is no, 2 wrong use, 3 could not.
namespace
{

using namespace countersign;
using namespace countersign::check;

enum ExitCode { Clean = 0, NotClean = 1, WrongUse = 2, CouldNot = 3 };

constexpr std::string_view help = R"(countersign-check [--json] [--policy FILE] [--now INSTANT] FILE…|-

Runs the automatic checks on proposals: one JSON object a file, or NDJSON; - reads standard input. Prints one line a
proposal, in the order of the input. The checks compare a draft with its own sources; they never say that it is true.

  --json         prints findings in full, as JSON
  --policy FILE  a policy.json as the gateway takes it; without it, the policy that a new organisation starts with
  --now INSTANT  the time to check at; without it, when each proposal was made
  --help         prints this
  --version      prints the version

Exit status: 0 no stop findings, 1 a stop finding or an invalid proposal, 2 wrong use, 3 could not read.
)";

int complain(std::string_view sentence, ExitCode code)
{
    std::cerr << "countersign-check: " << sentence << '\n';
    return code;
}

int checkFiles(const Arguments &arguments, const Rules &rules)
{
    const Form form = arguments.asJson ? Form::Json : Form::Plain;
    bool isClean = true;
    for (const std::string &name : arguments.files) {
        std::ifstream file;
        if (name != "-")
            file.open(name, std::ios::binary);
        if (name != "-" && !file)
            return complain("a file cannot be read", CouldNot);
        const Summary summary =
            checkStream(name == "-" ? std::cin : file, rules, arguments.now, form, std::cout, std::cerr);
        isClean = isClean && !summary.hasStop && summary.refused == 0;
    }
    return std::cout ? (isClean ? Clean : NotClean) : complain("the output cannot be written", CouldNot);
}

} // namespace

int main(int count, char **words)
{
    std::ios::sync_with_stdio(false);
    const auto arguments = parse(std::span(words + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)));
    if (!arguments)
        return complain("wrong use; --help tells how", WrongUse);
    if (arguments->wantsHelp || arguments->wantsVersion) {
        std::cout << (arguments->wantsHelp ? help : "countersign-check " COUNTERSIGN_VERSION "\n");
        return Clean;
    }
    policy::PolicyDocument policy = policy::startingPolicy();
    if (!arguments->policyFile.empty()) {
        std::ifstream file(arguments->policyFile, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        if (!file)
            return complain("the policy cannot be read", CouldNot);
        auto read = rulebook::readPolicy(text);
        if (!read)
            return complain("the policy is not valid: " + rulebook::describe(read.error()), CouldNot);
        policy = *std::move(read);
    }
    const domain::PolicyRef reference = rulebook::policyRef(policy);
    return checkFiles(*arguments, {std::move(policy), reference});
}
