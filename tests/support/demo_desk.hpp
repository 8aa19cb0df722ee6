// The demo clinic behind a FakeDesk: the proposals of resources/demo under the starting policy, and answers that look
// like an engine's. Everything in it is invented. For the still pictures and for tests that need rich rows.
#pragma once

#include "tests/support/fake_desk.hpp"

#include "core/domain/item.hpp"

#include <memory>
#include <string>
#include <vector>

namespace countersign::support
{

inline constexpr std::string_view demoNow = "2026-11-02T09:00:00Z"; // when the clinic's dates are told

[[nodiscard]] std::vector<std::shared_ptr<const domain::Item>> demoItems();
[[nodiscard]] desk::QueueRow summaryOf(const domain::Item &item);
[[nodiscard]] domain::Reviewer demoReviewer();
// Signed in, online, the queue filled; a few decisions in the history. Commands change it as an engine would.
[[nodiscard]] std::unique_ptr<FakeDesk> demoDesk(Instant now);
// The same over other items.
[[nodiscard]] std::unique_ptr<FakeDesk> demoDesk(Instant now, std::vector<std::shared_ptr<const domain::Item>> items);
// The same queue with that many rows: the clinic's items over and over, under new ids.
[[nodiscard]] std::shared_ptr<const desk::QueueView> longQueue(std::size_t rows, Instant now);

} // namespace countersign::support
