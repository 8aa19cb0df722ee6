// An entry of an audit trail as the canonical bytes that its successor names by their digest, that a console keeps and
// that a gateway takes: {"schema":"countersign.audit-event/1",…}. Pure, any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/audit_event.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>

namespace countersign::protocol
{

[[nodiscard]] std::string auditBytes(const domain::AuditEntry &entry);
// Refuses another spelling than the canonical one, an unknown kind, and a detail that is no code.
[[nodiscard]] Result<domain::AuditEntry, WireError> readAuditEntry(std::string_view bytes);

} // namespace countersign::protocol
