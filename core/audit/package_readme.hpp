// README.txt of the audit package: how to verify it without Countersign's software.
#pragma once

#include <string_view>

namespace countersign::audit
{

[[nodiscard]] std::string_view packageReadme();

} // namespace countersign::audit
