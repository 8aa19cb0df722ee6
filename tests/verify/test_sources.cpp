// Packages as folders and as archives: the same files, the same answer; and what only a folder or an archive can hold.
#include "app/verify/directory_source.hpp"
#include "app/verify/print.hpp"
#include "app/verify/verify.hpp"
#include "app/verify/zip_source.hpp"
#include "tests/verify/package_maker.hpp"
#include "tests/verify/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <zip.h>

#include <iterator>

using namespace countersign;
using namespace countersign::tests;
using verify::FaultRule;

namespace
{

const Files &sample()
{
    static const Files files = ordinaryDay(60).finish();
    return files;
}

enum class Way { Deflated, Stored, InAFolder };

std::filesystem::path zipUp(const ScratchFolder &scratch, const Files &files, Way way)
{
    std::filesystem::path file = scratch.path() / "package.zip";
    zip_t *zip = zip_open(file.string().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(zip != nullptr);
    for (const auto &[path, bytes] : files) {
        zip_source_t *source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
        const std::string name = way == Way::InAFolder ? "audit-2026/" + path : path;
        const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        REQUIRE(index >= 0);
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index),
                                 way == Way::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    REQUIRE(zip_close(zip) == 0);
    return file;
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

verify::Report verifyZip(const std::filesystem::path &file)
{
    const auto source = verify::ZipSource::open(file);
    REQUIRE(source);
    return verify::verifyPackage(**source);
}

} // namespace

TEST_CASE("a folder verifies")
{
    const ScratchFolder scratch;
    verify::DirectorySource source(scratch.unpack(sample()));
    const auto report = verify::verifyPackage(source);
    CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    CHECK(report.files == static_cast<std::int64_t>(sample().size()) - 2);
}

TEST_CASE("a folder holds nothing but its files")
{
    const ScratchFolder scratch;
    const auto folder = scratch.unpack(sample());
    std::filesystem::create_directory(folder / "empty");
    std::filesystem::remove(folder / "README.txt");
    std::filesystem::create_symlink(scratch.write("elsewhere.txt", sample().at("README.txt")), folder / "README.txt");
    verify::DirectorySource source(folder);
    const auto report = verify::verifyPackage(source);
    REQUIRE(report.faults.size() == 2);
    for (const verify::Fault &fault : report.faults) {
        CHECK(fault.rule == FaultRule::NotAFile);
        CHECK((fault.file == "empty" || fault.file == "README.txt"));
    }
}

TEST_CASE("an archive verifies, however it was packed")
{
    const ScratchFolder scratch;
    for (const Way way : {Way::Deflated, Way::Stored, Way::InAFolder}) {
        const auto report = verifyZip(zipUp(scratch, sample(), way));
        CHECK_MESSAGE(report.isValid(), verify::plainText(report));
        CHECK(report.decisions.decisions == 60);
    }
}

TEST_CASE("an archive's file that was changed is named")
{
    const ScratchFolder scratch;
    Files files = sample();
    files["decisions.ndjson"][500] ^= 1;
    const auto report = verifyZip(zipUp(scratch, files, Way::Deflated));
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].file == "decisions.ndjson");
    CHECK(report.faults[0].line == 1);
}

TEST_CASE("a damaged archive is never valid for it, nor does it crash")
{
    const ScratchFolder scratch;
    const std::string whole = contentOf(zipUp(scratch, sample(), Way::Deflated));
    std::size_t notOpened = 0, faulty = 0, untouched = 0;
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        std::string bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x10);
        const auto source = verify::ZipSource::open(scratch.write("bent.zip", bent));
        if (!source) {
            ++notOpened;
            continue;
        }
        const auto report = verify::verifyPackage(**source, {.root = {}, .faultsMax = 1});
        report.isValid() ? ++untouched : ++faulty; // only bookkeeping was hit: every file is what it was
    }
    CHECK(faulty > untouched);
    MESSAGE(notOpened << " not opened, " << faulty << " faulty, " << untouched << " with every file as it was");
    for (std::size_t size = 0; size < whole.size(); size += 997)
        CHECK_FALSE(verify::ZipSource::open(scratch.write("cut.zip", whole.substr(0, size))).has_value());
}

TEST_CASE("what is no package is said to be none")
{
    const ScratchFolder scratch;
    const auto opened = verify::ZipSource::open(scratch.write("letter.txt", "Dear auditor, "));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error() == verify::SourceError::NotAPackage);
    verify::DirectorySource empty(scratch.unpack({}));
    const auto report = verify::verifyPackage(empty);
    REQUIRE_FALSE(report.isValid());
    CHECK(report.faults[0].rule == FaultRule::Missing);
}

TEST_CASE("a line without end and a file that grows are stopped by a limit")
{
    Files files = sample();
    files["outcomes.ndjson"] = std::string(3U << 20U, 'x');
    MemorySource source(files);
    auto report = verify::verifyPackage(source);
    REQUIRE_FALSE(report.isValid());
    CHECK(report.faults[0].rule == FaultRule::LineTooLong);
    CHECK(report.faults[0].line == 1);
    files = sample();
    files["README.txt"] += std::string(1U << 20U, 'x');
    report = verify::verifyPackage(source);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].rule == FaultRule::Changed);
}
