// Packages that a gateway could have made: well formed and well signed, yet wrong in one respect; and unusual days that
// are right all the same.
#pragma once

#include "app/verify/fault.hpp"
#include "tests/verify/package_maker.hpp"

#include <functional>
#include <string>
#include <vector>

namespace countersign::tests
{

struct BentPackage {
    std::string what;
    std::function<void(PackageMaker &)> make;
    verify::FaultRule rule;
    std::string file;
    std::int64_t line = 0;
};
[[nodiscard]] std::vector<BentPackage> bentPackages();
[[nodiscard]] std::vector<BentPackage> bentTrust();  // part of them
[[nodiscard]] std::vector<BentPackage> bentTokens(); // as well
[[nodiscard]] std::vector<BentPackage> bentCovers();

struct UnusualDay {
    std::string what;
    std::function<void(PackageMaker &)> make;
};
[[nodiscard]] std::vector<UnusualDay> unusualDays();
[[nodiscard]] std::vector<UnusualDay> unusualTokens(); // part of them
[[nodiscard]] std::vector<UnusualDay> unusualCovers();

} // namespace countersign::tests
