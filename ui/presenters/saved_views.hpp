// Arrangements of the queue that a person keeps. What was searched for is never kept: it names patients. Pure; gui
// thread only because of tr.
#pragma once

#include "ui/presenters/queue_list.hpp"

#include <QByteArray>

#include <vector>

namespace countersign::presenters
{

using SavedViews = std::vector<QueueArrangement>;
inline constexpr std::size_t savedViewsMax = 20;

// The arrangement without its search.
[[nodiscard]] QueueArrangement keepable(const QueueArrangement &arrangement);
// Its name is what it does: "High · Prior authorization · by patient"; what everybody starts with is "Everything open".
[[nodiscard]] QString nameOf(const QueueArrangement &arrangement);
[[nodiscard]] QString phrase(QueueScope scope);
[[nodiscard]] QString phrase(QueueOrder order);
[[nodiscard]] QString phrase(QueueGrouping grouping);

[[nodiscard]] bool contains(const SavedViews &views, const QueueArrangement &arrangement);
// Kept once, newest last; beyond savedViewsMax the oldest goes.
void keep(SavedViews &views, const QueueArrangement &arrangement);
void drop(SavedViews &views, const QueueArrangement &arrangement);

[[nodiscard]] QByteArray toJson(const SavedViews &views);
// What cannot be read is left out.
[[nodiscard]] SavedViews savedViewsFrom(const QByteArray &json);

} // namespace countersign::presenters
