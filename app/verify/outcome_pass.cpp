#include "app/verify/outcome_pass.hpp"

#include "app/verify/content.hpp"
#include "app/verify/reading.hpp"
#include "core/crypto/digest.hpp"

#include <optional>

namespace countersign::verify
{
namespace
{

const std::string file(audit::package_path::outcomes);

// Finds the line to blame for a broken link. A changed line breaks the link behind it, and the one before it only if
// its `prev` was changed; so a break is put down to a line when the next link is known.
class Links
{
public:
    explicit Links(FaultList &faults) : faults_(faults) {}

    void add(std::int64_t number, const domain::Digest &prev, const domain::Digest &digest)
    {
        judge(number, prev);
        newest_ = digest;
    }
    // A line that was reported already: what it would have said of its neighbours is not known.
    void skip()
    {
        settle();
        newest_.reset();
    }
    void finish(std::int64_t lastNumber, const domain::Digest *head)
    {
        if (head != nullptr)
            judge(lastNumber + 1, *head);
        settle();
    }

private:
    void judge(std::int64_t number, const domain::Digest &prev)
    {
        const bool isBroken = newest_ && *newest_ != prev;
        if (isBroken && brokenAt_) {
            report(*brokenAt_);
            brokenAt_.reset();
            return;
        }
        settle();
        if (isBroken)
            brokenAt_ = number;
    }
    // The link before `brokenAt_` is the only broken one.
    void settle()
    {
        if (brokenAt_)
            report(*brokenAt_ > 1 ? *brokenAt_ - 1 : 1);
        brokenAt_.reset();
    }
    void report(std::int64_t number) { faults_.add({FaultRule::LinesMissing, file, number}); }

    FaultList &faults_;
    std::optional<domain::Digest> newest_ = domain::Digest();
    std::optional<std::int64_t> brokenAt_;
};

} // namespace

OutcomeCounts checkOutcomes(PackageSource &source, const audit::Manifest *manifest, History &history, FaultList &faults)
{
    OutcomeCounts counts;
    const std::size_t faultsBefore = faults.size();
    Links links(faults);
    std::int64_t last = 0;
    const auto sum = readLines(source, file, last, [&](std::int64_t number, std::string_view bytes) {
        ++counts.lines;
        const auto line = audit::decodeOutcomeLine(bytes);
        if (!line) {
            links.skip();
            faults.add({FaultRule::LineMalformed, file, number});
            return !faults.isFull();
        }
        links.add(number, line->prev, domain::Digest(crypto::digestText(asBytes(bytes))));
        counts.releases += std::holds_alternative<audit::Release>(line->what) ? 1 : 0;
        counts.reports += std::holds_alternative<audit::Reported>(line->what) ? 1 : 0;
        history.add(number, *line);
        return !faults.isFull();
    });
    if (!sum && sum.error() != FaultRule::Missing) // which others have reported
        faults.add({sum.error(), file, last});
    else
        links.finish(last, manifest == nullptr ? nullptr : &manifest->outcomesHead);
    if (sum && manifest != nullptr && faults.size() == faultsBefore
        && !isAsListed(*manifest, file, sum->bytes, sum->digest))
        faults.add({FaultRule::Changed, file});
    return counts;
}

} // namespace countersign::verify
