// finding.schema.json, member by member.
#pragma once

#include "core/domain/finding.hpp"
#include "core/protocol/fields.hpp"

namespace countersign::protocol
{

template <class Io>
void describe(Io &io, Of<Io, domain::Finding> &v)
{
    io.required("findingId", v.id);
    io.required("code", v.code, Length{1, 64});
    io.required("severity", v.severity);
    io.required("check", v.check, Length{1, 64});
    io.required("checkVersion", v.checkVersion, Length{1, 64});
    io.optional("statementId", v.statementId);
    io.optional("span", v.span);
    io.optional("sourceId", v.sourceId);
    io.optional("sourceSpan", v.sourceSpan);
    io.optional("page", v.page);
    io.optional("values", v.values);
    io.required("message", v.message);
    io.optional("resolvableBy", v.resolvableBy);
}

} // namespace countersign::protocol
