// Writes a package as the tests make it: make_package FOLDER DECISIONS [FIRST [no-phi]], with the gateway's key beside
// it as FOLDER.jwk. For verifiers that are not ours.
#include "tests/verify/package_maker.hpp"

#include <filesystem>
#include <fstream>
#include <string>

int main(int argc, char *argv[])
{
    using namespace countersign;
    if (argc < 3)
        return 2;
    tests::PackageMaker maker = tests::ordinaryDay(std::stoul(argv[2]), argc < 5);
    maker.first = argc > 3 ? std::stoul(argv[3]) : 0;
    const std::filesystem::path folder = argv[1];
    std::filesystem::remove_all(folder);
    for (const auto &[path, bytes] : maker.finish()) {
        std::filesystem::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << bytes;
    }
    std::ofstream(folder.string() + ".jwk", std::ios::binary) << audit::encodeJwk(maker.gatewayKey());
    return 0;
}
