// What nearly every source of the core reads.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/proposal.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
