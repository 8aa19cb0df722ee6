// What identifies a patient. It does not stream, does not format and does not turn into a log field by itself:
// whoever shows it says reveal(), which a reader and a search can find.
#pragma once

#include <utility>

namespace countersign::domain
{

template <class T>
class Phi
{
public:
    Phi() = default;
    explicit Phi(T value) : value_(std::move(value)) {}

    [[nodiscard]] const T &reveal() const { return value_; }

    friend bool operator==(const Phi &, const Phi &) = default;

private:
    T value_;
};

} // namespace countersign::domain
