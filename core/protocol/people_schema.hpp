// People as messages tell of them: who is signed in, for whom they sign, what a supervisor is told of whom.
#pragma once

#include "core/domain/notice.hpp"
#include "core/domain/reviewer.hpp"
#include "core/protocol/fields.hpp"

namespace countersign::protocol
{

template <class Io>
void describe(Io &io, Of<Io, domain::Reviewer> &v)
{
    io.required("id", v.id);
    io.required("name", v.name);
    io.required("role", v.role);
    io.optional("credentials", v.credentials);
    io.optional("npi", v.npi);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Cover> &v)
{
    io.required("absent", v.absent);
    io.required("name", v.name);
    io.required("since", v.since);
    io.required("until", v.until);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Notice> &v)
{
    io.required("number", v.number, Range{.min = 0});
    io.required("kind", v.kind);
    io.required("who", v.who);
    io.optional("name", v.name);
    io.required("at", v.at);
    io.optional("detail", v.detail, Length{.max = 64});
}

} // namespace countersign::protocol
