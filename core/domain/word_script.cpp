#include "core/domain/word_script.hpp"

#include <algorithm>
#include <span>

namespace countersign::domain
{
namespace
{

using Words = std::span<const Word>;
using Steps = std::vector<WordStep>;

// One frontier a step count: how far along `from` each diagonal reaches. Diagonal k = position in from - in to.
class Search
{
public:
    Search(Words from, Words to, SameWord same) : from_(from), to_(to), same_(same) {}

    // Nothing when the script would be longer than the bound.
    [[nodiscard]] bool run()
    {
        for (std::ptrdiff_t d = 0; d <= static_cast<std::ptrdiff_t>(scriptLengthMax); ++d) {
            frontiers_.emplace_back(static_cast<std::size_t>(2 * d + 1), 0);
            for (std::ptrdiff_t k = -d; k <= d; k += 2)
                if (advance(d, k))
                    return true;
        }
        return false;
    }

    [[nodiscard]] Steps script() const
    {
        Steps steps;
        std::ptrdiff_t x = std::ssize(from_);
        std::ptrdiff_t y = std::ssize(to_);
        for (std::ptrdiff_t d = std::ssize(frontiers_) - 1; d >= 0; --d) {
            const std::ptrdiff_t k = x - y;
            const bool isAddition = d > 0 && cameByAddition(d, k);
            const std::ptrdiff_t startX = d == 0 ? 0 : isAddition ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
            for (; x > startX; --x, --y)
                steps.push_back({DiffRun::Kind::Same, &to_[static_cast<std::size_t>(y - 1)]});
            if (d == 0)
                break;
            if (isAddition)
                steps.push_back({DiffRun::Kind::Added, &to_[static_cast<std::size_t>(--y)]});
            else
                steps.push_back({DiffRun::Kind::Removed, &from_[static_cast<std::size_t>(--x)]});
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

private:
    [[nodiscard]] std::ptrdiff_t reach(std::ptrdiff_t d, std::ptrdiff_t k) const
    {
        if (k < -d || k > d)
            return -1;
        return frontiers_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }
    [[nodiscard]] bool cameByAddition(std::ptrdiff_t d, std::ptrdiff_t k) const
    {
        return k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
    }
    // Extends diagonal k by one step and the equal words after it; true when both ends are reached.
    bool advance(std::ptrdiff_t d, std::ptrdiff_t k)
    {
        std::ptrdiff_t x = d == 0 ? 0 : cameByAddition(d, k) ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
        while (x < std::ssize(from_) && x - k < std::ssize(to_) && x >= k
               && same_(from_[static_cast<std::size_t>(x)], to_[static_cast<std::size_t>(x - k)]))
            ++x;
        frontiers_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)] = x;
        return x >= std::ssize(from_) && x - k >= std::ssize(to_);
    }

    Words from_, to_;
    SameWord same_;
    std::vector<std::vector<std::ptrdiff_t>> frontiers_;
};

Steps everythingChanged(Words from, Words to)
{
    Steps steps;
    for (const Word &word : from)
        steps.push_back({DiffRun::Kind::Removed, &word});
    for (const Word &word : to)
        steps.push_back({DiffRun::Kind::Added, &word});
    return steps;
}

// Between two equal words, removals first: the eye reads "old new", not a mixture.
void gatherRemovals(Steps &steps)
{
    for (auto at = steps.begin(); at != steps.end();) {
        const auto end = std::find_if(at, steps.end(), [](const WordStep &s) { return s.kind == DiffRun::Kind::Same; });
        std::stable_partition(at, end, [](const WordStep &s) { return s.kind == DiffRun::Kind::Removed; });
        at = end == steps.end() ? end : std::next(end);
    }
}

} // namespace

std::vector<WordStep> shortestScript(const std::vector<Word> &from, const std::vector<Word> &to, SameWord same)
{
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t head = 0;
    while (head < shorter && same(from[head], to[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && same(from[from.size() - 1 - tail], to[to.size() - 1 - tail]))
        ++tail;
    const Words middleFrom = Words{from}.subspan(head, from.size() - head - tail);
    const Words middleTo = Words{to}.subspan(head, to.size() - head - tail);

    Steps steps;
    for (std::size_t i = 0; i < head; ++i)
        steps.push_back({DiffRun::Kind::Same, &to[i]});
    Search search{middleFrom, middleTo, same};
    const Steps middle = search.run() ? search.script() : everythingChanged(middleFrom, middleTo);
    steps.insert(steps.end(), middle.begin(), middle.end());
    for (std::size_t i = to.size() - tail; i < to.size(); ++i)
        steps.push_back({DiffRun::Kind::Same, &to[i]});
    gatherRemovals(steps);
    return steps;
}

} // namespace countersign::domain
