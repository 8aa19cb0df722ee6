// What the auditor's verifier makes of a gateway that was stopped.
#pragma once

#include "app/verify/directory_source.hpp"
#include "app/verify/verify.hpp"
#include "tests/gateway/gateway_process.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{

// Exports everything into a folder of that gateway's, once, and verifies it.
[[nodiscard]] inline verify::Report verifiedExport(const TestGateway &gateway)
{
    const std::filesystem::path package = gateway.folder() / "package";
    REQUIRE(runGateway({"export-audit", "--data", gateway.data(), "--out", package}).exitCode == 0);
    verify::DirectorySource source(package);
    return verify::verifyPackage(source, {});
}

} // namespace countersign::gateway_test
