// One type per kind of id, so that a DecisionId cannot be passed for an ItemId.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace countersign
{

template <class Tag>
class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string &text() const { return text_; }
    [[nodiscard]] bool isEmpty() const { return text_.empty(); }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend auto operator<=>(const StrongId &, const StrongId &) = default;

private:
    std::string text_;
};

} // namespace countersign

template <class Tag>
struct std::hash<countersign::StrongId<Tag>> {
    std::size_t operator()(const countersign::StrongId<Tag> &id) const { return std::hash<std::string>{}(id.text()); }
};
