#include "tests/architecture/functions.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace countersign::architecture
{
namespace
{

constexpr std::array<std::string_view, 6> scopeWords{"namespace", "class", "struct", "union", "enum", "extern"};

enum class Brace { Scope, Function, Other };

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    return text;
}

std::string_view firstWord(std::string_view text)
{
    const auto isWordChar = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    return text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, isWordChar) - text.begin()));
}

// The declaration proper: template<...>, [[attributes]] and access labels in front are skipped.
std::string_view declarationOf(std::string_view head)
{
    head = trimmed(head);
    for (const std::string_view label : {"public:", "protected:", "private:"})
        if (head.starts_with(label))
            return declarationOf(head.substr(label.size()));
    if (head.starts_with("[["))
        if (const auto end = head.find("]]"); end != std::string_view::npos)
            return declarationOf(head.substr(end + 2));
    if (!head.starts_with("template"))
        return head;
    int depth = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        depth += head[i] == '<' ? 1 : head[i] == '>' ? -1 : 0;
        if (head[i] == '>' && depth == 0)
            return declarationOf(head.substr(i + 1));
    }
    return head;
}

// What a brace opens, by the text since the last statement or block ended.
Brace kindOf(std::string_view head)
{
    head = declarationOf(head);
    const auto word = firstWord(head);
    const bool isScope = std::ranges::find(scopeWords, word) != scopeWords.end();
    if (isScope && (word != "struct" || head.find('(') == std::string_view::npos))
        return Brace::Scope;
    if (head.ends_with('=') || head.ends_with("return"))
        return Brace::Other;
    // Empty or starting with a comma: the body after a member initialiser in braces.
    return head.empty() || head.starts_with(',') || head.find('(') != std::string_view::npos ? Brace::Function
                                                                                             : Brace::Other;
}

} // namespace

std::vector<FunctionExtent> functionsIn(std::string_view code)
{
    std::vector<FunctionExtent> found;
    std::size_t line = 1;
    std::size_t headStart = 0;
    int bodyDepth = 0; // braces open inside a function or an initialiser; its kind and first line are below
    FunctionExtent body;
    Brace kind = Brace::Scope;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        line += c == '\n' ? 1 : 0;
        if (c == '{' && bodyDepth == 0) {
            kind = kindOf(code.substr(headStart, i - headStart));
            bodyDepth = kind == Brace::Scope ? 0 : 1;
            body.firstLine = line;
        } else if (c == '{') {
            ++bodyDepth;
        } else if (c == '}' && bodyDepth > 0 && --bodyDepth == 0 && kind == Brace::Function) {
            body.lines = line - body.firstLine + 1;
            found.push_back(body);
        }
        if (bodyDepth == 0 && (c == '{' || c == '}' || c == ';'))
            headStart = i + 1;
    }
    return found;
}

} // namespace countersign::architecture
