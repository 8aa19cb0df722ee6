#include "app/verify/verify.hpp"

#include "app/verify/trust.hpp"

namespace countersign::verify
{
namespace
{

void compareTotals(const Report &report, const audit::Manifest &manifest, FaultList &faults)
{
    const audit::Counts found{report.decisions.decisions, report.outcomes.lines, static_cast<std::int64_t>(report.keys),
                              report.items, report.rendered};
    if (found != manifest.counts)
        faults.add({FaultRule::CountDiffers, std::string(audit::package_path::manifest)});
}

void checkAll(PackageSource &source, const Trust &trust, Report &report, FaultList &faults)
{
    const audit::Manifest *manifest = trust.manifest ? &*trust.manifest : nullptr;
    report.keys = trust.keys.size();
    const Content content = checkContent(source, manifest, faults);
    report.files = content.files;
    report.items = static_cast<std::int64_t>(content.items.size());
    report.rendered = static_cast<std::int64_t>(content.rendered.size());
    if (faults.isFull())
        return;
    const Records records = checkRecords(source, trust, faults);
    report.hasRecords = records.isThere;
    report.records = records.lines;
    report.checkpoints = records.checkpoints;
    report.trails = records.trails;
    report.events = records.events;
    if (faults.isFull())
        return;
    History history(manifest != nullptr && manifest->log.first == 0);
    report.outcomes = checkOutcomes(source, manifest, history, faults);
    if (faults.isFull())
        return;
    report.decisions = checkDecisions(source, trust, content, records, history, faults);
    // What is said of a package that lacks lines would not be worth reading.
    if (faults.size() == 0)
        history.judge(faults);
    if (faults.size() == 0 && manifest != nullptr) {
        report.files = static_cast<std::int64_t>(manifest->files.size()); // the two of lines included
        compareTotals(report, *manifest, faults);
    }
}

} // namespace

Report verifyPackage(PackageSource &source, const Options &options)
{
    Report report;
    report.isPinned = options.root.has_value();
    FaultList faults(options.faultsMax);
    if (auto trust = establishTrust(source, options.root, faults)) {
        if (!faults.isFull())
            checkAll(source, *trust, report, faults);
        report.manifest = std::move(trust->manifest);
    }
    report.faults = faults.take();
    return report;
}

} // namespace countersign::verify
