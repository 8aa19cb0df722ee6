#include "tests/architecture/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace countersign::architecture
{
namespace
{

// ".git" is a file where the tree is one of several of a repository.
constexpr std::array foreign{"build", "node_modules", ".git", ".cache"};

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isForeign(const std::filesystem::path &path)
{
    return std::ranges::find(foreign, path.filename().string()) != foreign.end();
}

bool isHexDigit(char c)
{
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

// Walks a text once and blanks what is not code, keeping every line break.
class Blanker
{
public:
    explicit Blanker(std::string_view text) : in_(text), out_(text) {}

    std::string run()
    {
        while (at_ < in_.size())
            step();
        return std::move(out_);
    }

private:
    void step()
    {
        if (startsWith("//"))
            blankUntil(in_.find('\n', at_));
        else if (startsWith("/*"))
            blankThrough("*/", at_ + 2);
        else if (startsWith("R\"") && !isWordBefore())
            blankRawString();
        else if (in_[at_] == '"' || (in_[at_] == '\'' && !isDigitSeparator()))
            blankLiteral(in_[at_]);
        else
            ++at_;
    }

    [[nodiscard]] bool startsWith(std::string_view what) const { return in_.substr(at_).starts_with(what); }

    [[nodiscard]] bool isWordBefore() const
    {
        return at_ > 0 && (std::isalnum(static_cast<unsigned char>(in_[at_ - 1])) != 0 || in_[at_ - 1] == '_');
    }

    [[nodiscard]] bool isDigitSeparator() const
    {
        return at_ > 0 && at_ + 2 < in_.size() && isHexDigit(in_[at_ - 1]) && isHexDigit(in_[at_ + 1])
               && in_[at_ + 2] != '\'';
    }

    void blankUntil(std::size_t end)
    {
        for (end = std::min(end, in_.size()); at_ < end; ++at_)
            if (in_[at_] != '\n')
                out_[at_] = ' ';
    }

    void blankThrough(std::string_view closing, std::size_t from)
    {
        const auto found = in_.find(closing, from);
        blankUntil(found == std::string_view::npos ? found : found + closing.size());
    }

    void blankRawString()
    {
        const auto open = in_.find('(', at_);
        if (open == std::string_view::npos)
            return blankUntil(open);
        blankThrough(")" + std::string(in_.substr(at_ + 2, open - at_ - 2)) + "\"", open);
    }

    // The quotes stay, so that an include line or an argument still looks like one.
    void blankLiteral(char quote)
    {
        auto end = at_ + 1;
        while (end < in_.size() && in_[end] != quote && in_[end] != '\n')
            end += in_[end] == '\\' ? 2 : 1;
        ++at_;
        blankUntil(end);
        ++at_;
    }

    std::string_view in_;
    std::string out_;
    std::size_t at_ = 0;
};

} // namespace

std::vector<SourceFile> readTree(const std::filesystem::path &root, const std::vector<std::string> &folders)
{
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    for (const auto &folder : folders) {
        if (!fs::exists(root / folder))
            continue;
        for (fs::recursive_directory_iterator entry(root / folder), end; entry != end; ++entry) {
            if (isForeign(entry->path()))
                entry.disable_recursion_pending();
            else if (entry->is_regular_file())
                files.push_back({entry->path().lexically_relative(root).generic_string(), contentOf(entry->path())});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::string withoutCommentsAndLiterals(std::string_view text)
{
    return Blanker(text).run();
}

std::string onlyCode(std::string_view text)
{
    auto code = withoutCommentsAndLiterals(text);
    bool isDirective = false;
    bool atLineStart = true;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '\n') {
            isDirective = isDirective && i > 0 && text[i - 1] == '\\';
            atLineStart = true;
            continue;
        }
        isDirective = isDirective || (atLineStart && code[i] == '#');
        atLineStart = atLineStart && std::isspace(static_cast<unsigned char>(code[i])) != 0;
        if (isDirective)
            code[i] = ' ';
    }
    return code;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

std::size_t lineAt(std::string_view text, std::size_t offset)
{
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

bool isCpp(std::string_view path)
{
    return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".h");
}

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string describe(const std::vector<Violation> &violations)
{
    std::string text;
    for (const auto &v : violations)
        text += "\n  " + v.path + ":" + std::to_string(v.line) + ": " + v.rule;
    return text;
}

} // namespace countersign::architecture
