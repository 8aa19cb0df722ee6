// A value or an error of the room's own closed enum. Becomes std::expected when every compiler has it.
#pragma once

#include <tl/expected.hpp>

namespace countersign
{

template <class T, class E>
using Result = tl::expected<T, E>;

template <class E>
[[nodiscard]] tl::unexpected<std::decay_t<E>> failure(E &&error)
{
    return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

// What a call that has nothing to tell returns when it went well.
struct Done {
    bool operator==(const Done &) const = default;
};

// Makes one visitor of several lambdas: std::visit(Overload{...}, variant).
template <class... Fs>
struct Overload : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;

} // namespace countersign
