#include "core/protocol/audit_codec.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::protocol
{
namespace
{

constexpr std::string_view schema = "countersign.audit-event/1";

} // namespace

template <class Io>
void describe(Io &io, Of<Io, domain::AuditEntry> &v)
{
    io.constant("schema", schema, Rule::UnknownSchema);
    io.required("trail", v.trail);
    io.required("device", v.device);
    io.required("seq", v.seq, Range{.min = 0});
    io.nullable("prev", v.prev);
    io.required("kind", v.event.kind);
    io.required("done", v.event.isDone);
    io.optional("who", v.event.who);
    io.required("at", v.event.at);
    io.optional("item", v.event.item);
    io.optional("patient", v.event.patient);
    io.optional("source", v.event.source);
    io.optional("detail", v.event.detail, Length{.max = 40});
}

std::string auditBytes(const domain::AuditEntry &entry)
{
    return canonical(Writer::write(entry)).value_or("");
}

Result<domain::AuditEntry, WireError> readAuditEntry(std::string_view bytes)
{
    const auto document = decodeStrict(bytes, limits::auditEvent);
    if (!document)
        return failure(document.error());
    auto entry = readDocument<domain::AuditEntry>(*document);
    if (!entry)
        return entry;
    // One entry has one text: unknown members and other spellings would be lost when it is written again.
    if (auditBytes(*entry) != bytes)
        return failure(WireError{.rule = Rule::NotCanonical});
    if (!domain::isAuditDetail(entry->event.detail))
        return failure(WireError{.rule = Rule::UnknownWord});
    return entry;
}

} // namespace countersign::protocol
