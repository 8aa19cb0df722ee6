#include "core/domain/finding.hpp"

namespace countersign::domain
{

FindingCounts countsOf(const std::vector<Finding> &findings)
{
    FindingCounts counts;
    for (const Finding &finding : findings) {
        switch (finding.severity) {
        case Severity::Stop:
            ++counts.stop;
            break;
        case Severity::Warning:
            ++counts.warning;
            break;
        case Severity::Info:
            ++counts.info;
            break;
        }
    }
    return counts;
}

} // namespace countersign::domain
