// Counters for /metrics in Prometheus' text form. No patient, no item, no text of any document.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace countersign::gateway
{

struct Metrics {
    std::atomic<std::uint64_t> proposalsAccepted{0};
    std::atomic<std::uint64_t> proposalsRefused{0};
    // Findings of the automatic checks in accepted proposals, and accepted proposals whose tier they raised.
    std::atomic<std::uint64_t> findingsStop{0}, findingsWarning{0}, findingsInfo{0};
    std::atomic<std::uint64_t> tiersRaised{0};
    std::atomic<std::uint64_t> blobsServed{0}; // to consoles
    std::atomic<std::uint64_t> decisionsReceived{0};
    std::atomic<std::uint64_t> emergencies{0}; // glass that was broken
    std::atomic<std::uint64_t> connectionsTaken{0};
    std::atomic<std::uint64_t> connectionsRefused{0};
    std::atomic<std::int64_t> connectionsOpen{0};
    std::atomic<std::int64_t> consolesSignedIn{0};
};

// What the registrar knows at the moment of the question.
struct Gauges {
    std::int64_t queueLength = 0;
    std::int64_t position = 0;
    std::uint64_t logSize = 0;
};

[[nodiscard]] std::string prometheusText(const Metrics &metrics, const Gauges &gauges);

} // namespace countersign::gateway
