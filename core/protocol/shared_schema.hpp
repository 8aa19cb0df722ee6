// What items, decisions and messages carry alike.
#pragma once

#include "core/domain/decision.hpp"
#include "core/protocol/fields.hpp"

namespace countersign::protocol
{

template <class Io>
void describe(Io &io, Of<Io, domain::PolicyRef> &v)
{
    io.required("id", v.id);
    io.required("version", v.version);
    io.required("digest", v.digest);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Reason> &v)
{
    io.required("code", v.code, Length{.min = 1});
    io.optional("statementId", v.statementId);
    io.optional("harm", v.harm);
}

} // namespace countersign::protocol
