#include "app/verify/directory_source.hpp"
#include "app/verify/print.hpp"
#include "app/verify/zip_source.hpp"
#include "core/audit/key_registry.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>

// countersign-verify (contract, tools.md): exit 0 valid, 1 not valid, 2 wrong use, 3 could not.
namespace
{

using namespace countersign;

enum ExitCode { Valid = 0, NotValid = 1, WrongUse = 2, CouldNot = 3 };

constexpr std::string_view help = R"(countersign-verify PACKAGE [--root JWK-FILE] [--json]

Checks an audit package, a folder or a .zip, without network and without a gateway: every signature by its key at its
time, every chain, every inclusion proof and the log's root, every file's digest, and that each release has the
signatures that its policy demanded. Prints what was checked and VALID, or each fault with file and line.

  --root JWK-FILE  the gateway's public key, obtained by a way that you trust; without it the package's own is taken
  --json           prints one JSON object
  --help           prints this
  --version        prints the version

Exit status: 0 valid, 1 not valid, 2 wrong use, 3 could not read.
)";

struct Arguments {
    std::string package;
    std::string rootFile;
    bool asJson = false, wantsHelp = false, wantsVersion = false;
};

std::optional<Arguments> parse(std::span<char *const> words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--json")
            arguments.asJson = true;
        else if (word == "--help")
            arguments.wantsHelp = true;
        else if (word == "--version")
            arguments.wantsVersion = true;
        else if (word == "--root" && i + 1 < words.size() && arguments.rootFile.empty())
            arguments.rootFile = words[++i];
        else if (!word.starts_with("--") && arguments.package.empty())
            arguments.package = word;
        else
            return std::nullopt;
    }
    if (arguments.package.empty() && !arguments.wantsHelp && !arguments.wantsVersion)
        return std::nullopt;
    return arguments;
}

int complain(std::string_view sentence, ExitCode code)
{
    std::cerr << "countersign-verify: " << sentence << '\n';
    return code;
}

Result<std::unique_ptr<verify::PackageSource>, verify::SourceError> openPackage(const std::filesystem::path &path)
{
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed))
        return std::make_unique<verify::DirectorySource>(path);
    if (!std::filesystem::exists(path, failed))
        return failure(verify::SourceError::NotThere);
    return verify::ZipSource::open(path);
}

std::string_view phrase(verify::SourceError error)
{
    switch (error) {
    case verify::SourceError::NotThere:
        return "There is no such package.";
    case verify::SourceError::NotAPackage:
        return "This is neither a folder nor a zip archive.";
    case verify::SourceError::Unreadable:
        return "The package cannot be read.";
    }
    return {};
}

int run(const Arguments &arguments)
{
    verify::Options options;
    if (!arguments.rootFile.empty()) {
        std::ifstream stream(arguments.rootFile, std::ios::binary);
        const std::string jwk{std::istreambuf_iterator<char>(stream), {}};
        if (!stream)
            return complain("The file given with --root cannot be read.", CouldNot);
        const auto key = audit::decodeJwk(jwk);
        if (!key)
            return complain("The file given with --root is not an Ed25519 public key as a JWK.", WrongUse);
        options.root = *key;
    }
    const auto source = openPackage(arguments.package);
    if (!source)
        return complain(phrase(source.error()), CouldNot);
    const verify::Report report = verify::verifyPackage(**source, options);
    std::cout << (arguments.asJson ? verify::jsonText(report) : verify::plainText(report)) << std::flush;
    if (!std::cout)
        return complain("The report could not be written.", CouldNot);
    return report.isValid() ? Valid : NotValid;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto arguments = parse(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
    if (!arguments)
        return complain("Usage: countersign-verify PACKAGE [--root JWK-FILE] [--json]", WrongUse);
    if (arguments->wantsHelp) {
        std::cout << help;
        return Valid;
    }
    if (arguments->wantsVersion) {
        std::cout << "countersign-verify " COUNTERSIGN_VERSION "\n";
        return Valid;
    }
    return run(*arguments);
}
