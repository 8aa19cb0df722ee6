#include "core/domain/audit_event.hpp"

#include <algorithm>

namespace countersign::domain
{

bool isAuditDetail(std::string_view text)
{
    constexpr std::size_t max = 40;
    return text.size() <= max && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

} // namespace countersign::domain
