// The project's own files as text, and that text with what the compiler does not read taken out.
// Pure but for readTree. Main thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::architecture
{

// `path` is relative to the project's root, with forward slashes.
struct SourceFile {
    std::string path;
    std::string text;
};

struct Violation {
    std::string path;
    std::size_t line = 0; // from 1; 0 when the whole file is meant
    std::string rule;
    bool operator==(const Violation &) const = default;
};

// Every regular file below the given folders of `root`, sorted by path; build results and foreign modules left out.
[[nodiscard]] std::vector<SourceFile> readTree(const std::filesystem::path &root,
                                               const std::vector<std::string> &folders);

// Comments and the content of literals become blanks; lines and columns stay.
[[nodiscard]] std::string withoutCommentsAndLiterals(std::string_view text);

// The same, with preprocessor lines blanked too: what remains is declarations and statements.
[[nodiscard]] std::string onlyCode(std::string_view text);

[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);
[[nodiscard]] std::size_t lineAt(std::string_view text, std::size_t offset);
[[nodiscard]] bool isCpp(std::string_view path);
// The folder of a path; empty at the root.
[[nodiscard]] std::string_view folderOf(std::string_view path);
// One violation a line, for a failing test to show.
[[nodiscard]] std::string describe(const std::vector<Violation> &violations);

} // namespace countersign::architecture
