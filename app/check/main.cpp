#include "app/check/arguments.hpp"
#include "app/check/run.hpp"

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
  --policy FILE  severities and silenced codes ("findings"), and what each workflow allows
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

int checkFiles(const Arguments &arguments, const Policy &policy)
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
            checkStream(name == "-" ? std::cin : file, policy, arguments.now, form, std::cout, std::cerr);
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
    if (arguments->policyFile.empty())
        return checkFiles(*arguments, startingRules());
    std::ifstream file(arguments->policyFile, std::ios::binary);
    if (!file)
        return complain("the policy cannot be read", CouldNot);
    const auto policy = readPolicyFile(std::string(std::istreambuf_iterator<char>(file), {}));
    return policy ? checkFiles(*arguments, *policy) : complain("the policy is not valid", CouldNot);
}
