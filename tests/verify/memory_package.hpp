// An audit package in memory: where the writer puts it and where the verifier reads it.
#pragma once

#include "app/verify/package_source.hpp"
#include "core/audit/package_writer.hpp"

#include <map>
#include <string>

namespace countersign::tests
{

using Files = std::map<std::string, std::string, std::less<>>;

class MemorySink final : public audit::PackageSink
{
public:
    explicit MemorySink(Files &files) : files_(files) {}
    bool append(std::string_view path, std::string_view bytes) override
    {
        files_[std::string(path)] += bytes;
        return true;
    }

private:
    Files &files_;
};

class MemorySource final : public verify::PackageSource
{
public:
    explicit MemorySource(const Files &files) : files_(files) {}
    Result<std::vector<verify::Entry>, verify::SourceError> entries() override
    {
        std::vector<verify::Entry> all;
        for (const auto &[path, bytes] : files_)
            all.push_back({path});
        return all;
    }
    Result<Done, verify::SourceError> read(std::string_view path, const verify::ByteSink &sink) override
    {
        const auto found = files_.find(path);
        if (found == files_.end())
            return failure(verify::SourceError::NotThere);
        static_cast<void>(sink(asBytes(found->second)));
        return Done{};
    }

private:
    const Files &files_;
};

} // namespace countersign::tests
