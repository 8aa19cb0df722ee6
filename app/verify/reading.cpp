#include "app/verify/reading.hpp"

#include "core/audit/package_limits.hpp"
#include "core/crypto/digest.hpp"

namespace countersign::verify
{
namespace
{

FaultRule ruleOf(SourceError error)
{
    return error == SourceError::NotThere ? FaultRule::Missing : FaultRule::Unreadable;
}

// Cuts a stream of bytes into lines and sums it up.
class LineCutter
{
public:
    LineCutter(std::int64_t &number, const LineSink &sink) : number_(number), sink_(sink) {}

    bool take(BytesView bytes)
    {
        hash_.update(bytes);
        bytes_ += static_cast<std::int64_t>(bytes.size());
        std::string_view rest = asText(bytes);
        for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            if (!finishLine(rest.substr(0, end)))
                return false;
            rest.remove_prefix(end + 1);
        }
        if (begun_.size() + rest.size() > audit::lineBytesMax) {
            isTooLong_ = true;
            return false;
        }
        begun_ += rest;
        return true;
    }

    [[nodiscard]] Result<FileSum, FaultRule> finish()
    {
        if (isTooLong_ || !begun_.empty()) {
            ++number_;
            return failure(isTooLong_ ? FaultRule::LineTooLong : FaultRule::LineUnfinished);
        }
        return FileSum{bytes_, domain::Digest(crypto::formatDigest(hash_.finish()))};
    }

private:
    bool finishLine(std::string_view end)
    {
        if (begun_.size() + end.size() > audit::lineBytesMax) {
            isTooLong_ = true;
            return false;
        }
        ++number_;
        if (begun_.empty())
            return sink_(number_, end);
        const std::string line = std::move(begun_) + std::string(end);
        begun_.clear();
        return sink_(number_, line);
    }

    std::int64_t &number_;
    const LineSink &sink_;
    std::string begun_;
    std::int64_t bytes_ = 0;
    bool isTooLong_ = false;
    crypto::Sha256 hash_;
};

} // namespace

Result<std::string, FaultRule> readWhole(PackageSource &source, std::string_view path, std::size_t bytesMax)
{
    std::string whole;
    bool isTooLarge = false;
    const auto read = source.read(path, [&](BytesView bytes) {
        isTooLarge = whole.size() + bytes.size() > bytesMax;
        if (!isTooLarge)
            whole += asText(bytes);
        return !isTooLarge;
    });
    if (!read)
        return failure(ruleOf(read.error()));
    if (isTooLarge)
        return failure(FaultRule::TooLarge);
    return whole;
}

Result<FileSum, FaultRule> sumUp(PackageSource &source, std::string_view path, std::int64_t bytesMax)
{
    crypto::Sha256 hash;
    FileSum sum;
    const auto read = source.read(path, [&](BytesView bytes) {
        hash.update(bytes);
        sum.bytes += static_cast<std::int64_t>(bytes.size());
        return sum.bytes <= bytesMax;
    });
    if (!read)
        return failure(ruleOf(read.error()));
    if (sum.bytes > bytesMax)
        return failure(FaultRule::TooLarge);
    sum.digest = domain::Digest(crypto::formatDigest(hash.finish()));
    return sum;
}

Result<FileSum, FaultRule> readLines(PackageSource &source, std::string_view path, std::int64_t &lastLine,
                                     const LineSink &sink)
{
    lastLine = 0;
    LineCutter cutter(lastLine, sink);
    const auto read = source.read(path, [&](BytesView bytes) { return cutter.take(bytes); });
    if (!read)
        return failure(ruleOf(read.error()));
    return cutter.finish();
}

} // namespace countersign::verify
