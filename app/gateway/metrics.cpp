#include "app/gateway/metrics.hpp"

#include <string_view>

namespace countersign::gateway
{
namespace
{

template <class Value>
void addLine(std::string &text, std::string_view name, std::string_view kind, Value value)
{
    const std::string fullName = "countersign_" + std::string(name);
    text += "# TYPE " + fullName + " " + std::string(kind) + "\n" + fullName + " " + std::to_string(value) + "\n";
}

} // namespace

std::string prometheusText(const Metrics &metrics, const Gauges &gauges)
{
    std::string text;
    addLine(text, "proposals_accepted_total", "counter", metrics.proposalsAccepted.load());
    addLine(text, "proposals_refused_total", "counter", metrics.proposalsRefused.load());
    addLine(text, "findings_stop_total", "counter", metrics.findingsStop.load());
    addLine(text, "findings_warning_total", "counter", metrics.findingsWarning.load());
    addLine(text, "findings_info_total", "counter", metrics.findingsInfo.load());
    addLine(text, "tiers_raised_total", "counter", metrics.tiersRaised.load());
    addLine(text, "blobs_served_total", "counter", metrics.blobsServed.load());
    addLine(text, "decisions_received_total", "counter", metrics.decisionsReceived.load());
    addLine(text, "emergencies_total", "counter", metrics.emergencies.load());
    addLine(text, "connections_taken_total", "counter", metrics.connectionsTaken.load());
    addLine(text, "connections_refused_total", "counter", metrics.connectionsRefused.load());
    addLine(text, "connections_open", "gauge", metrics.connectionsOpen.load());
    addLine(text, "consoles_signed_in", "gauge", metrics.consolesSignedIn.load());
    addLine(text, "queue_length", "gauge", gauges.queueLength);
    addLine(text, "queue_position", "gauge", gauges.position);
    addLine(text, "log_size", "gauge", gauges.logSize);
    return text;
}

} // namespace countersign::gateway
