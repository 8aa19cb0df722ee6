#include "core/checks/chart.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <set>

// The agent's steps against its task: writes and sends that nothing explains, tools that a source asked for, order,
// time and digests that do not fit (E13, E41, E42).
namespace countersign::checks
{
namespace
{

using domain::Severity;
using domain::TraceStep;

bool hasAny(std::string_view text, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Tools whose name says that they change, send or sign something, whatever their step says of its kind.
bool soundsLikeEffect(std::string_view tool)
{
    constexpr std::array<std::string_view, 10> verbs{"send",  "submit", "release", "approve", "delete",
                                                     "email", "upload", "execute", "publish", "transfer"};
    return hasAny(tool, verbs);
}

constexpr std::string_view marks = "_-.:/";

constexpr std::array<bool, 256> isMark = [] {
    std::array<bool, 256> is{};
    for (const char mark : marks)
        is[static_cast<unsigned char>(mark)] = true;
    return is;
}();

bool isWithinName(std::string_view text, std::size_t at)
{
    constexpr auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    return at > 0 && at + 1 < text.size() && !isBlank(text[at - 1]) && !isBlank(text[at + 1]);
}

// Where a mark stands that can be within a name.
std::vector<std::uint32_t> namesIn(const Reading &reading)
{
    std::vector<std::uint32_t> names;
    const std::string_view text = reading.tokens.text;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (isMark[static_cast<unsigned char>(text[at])] && isWithinName(text, at))
            names.push_back(static_cast<std::uint32_t>(at));
    return names;
}

// By the mark within the tool's name, which few words of a text have.
bool holds(const Reading &reading, std::string_view tool)
{
    const std::string_view text = reading.tokens.text;
    const std::size_t mark = tool.find_first_of(marks);
    if (mark == std::string_view::npos || !isWithinName(tool, mark))
        return text.find(tool) != std::string_view::npos;
    return std::ranges::any_of(reading.noted<namesIn>(), [&](std::uint32_t at) {
        return at >= mark && text.substr(at - mark, tool.size()) == tool;
    });
}

// "release_action", "note.file": the parts of a tool's name that a text can hold.
bool isNamedIn(const Context &context, std::string_view tool)
{
    constexpr std::size_t shortest = 6;
    if (tool.size() < shortest)
        return false;
    return std::ranges::any_of(context.sources, [&](const SourceView &view) {
        const auto kind = view.source->kind;
        const bool isOfPatient = kind != domain::Source::Kind::Guideline && kind != domain::Source::Kind::PayerPolicy;
        return isOfPatient && holds(view.reading, tool);
    });
}

class Traces
{
public:
    Traces(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        const auto &trace = context_.proposal.trace;
        std::set<std::string> told;
        for (std::size_t i = 0; i < trace.size(); ++i) {
            if (i > 0 && trace[i].at < trace[i - 1].at)
                report("trace-gap", Severity::Warning, trace[i], "This step is dated before the one before it.");
            if (trace[i].at > context_.proposal.proposedAt + std::chrono::minutes(5))
                report("trace-gap", Severity::Warning, trace[i], "This step is dated after the proposal was made.");
            if (told.insert(trace[i].tool).second)
                checkTool(trace[i]);
            checkReading(trace[i]);
        }
        checkUnreadClaims();
    }

private:
    void report(std::string_view code, Severity severity, const TraceStep &step, std::string_view message)
    {
        reports_.push_back({.code = code,
                            .severity = severity,
                            .values = {{"step", std::to_string(step.seq)}, {"tool", step.tool}},
                            .message = std::string(message)});
    }

    void checkTool(const TraceStep &step)
    {
        const std::string tool = lowerOf(step.tool);
        const bool isDone = step.status == TraceStep::Status::Ok;
        if (isNamedIn(context_, step.tool))
            report("scope-drift", Severity::Stop, step, "The agent used a tool that a source of the patient names.");
        else if (isDone && soundsLikeEffect(tool) && step.kind != TraceStep::Kind::Write && !isOwnAction(tool))
            report("scope-drift", Severity::Warning, step,
                   "This tool's name says that it changes or sends something; the task does not explain it.");
        else if (isDone && step.kind == TraceStep::Kind::External && step.purpose.empty())
            report("scope-drift", Severity::Info, step, "A step reached outside, and says no purpose.");
    }
    // The action that is proposed may be prepared: "prior-auth.draft" for "prior-auth.submit".
    [[nodiscard]] static bool isOwnAction(std::string_view tool)
    {
        constexpr std::array<std::string_view, 9> harmless{"draft", "prepare", "read", "search",   "get",
                                                           "fetch", "compose", "list", "summarise"};
        return hasAny(tool, harmless);
    }

    // A read step without a result, or two that gave different results for the same question.
    void checkReading(const TraceStep &step)
    {
        const bool hasBoth = !step.inputDigest.isEmpty() && !step.outputDigest.isEmpty();
        if (!hasBoth || step.kind != TraceStep::Kind::Read || step.status != TraceStep::Status::Ok)
            return;
        const auto key = step.tool + " " + step.inputDigest.text();
        const auto [known, isNew] = results_.try_emplace(key, step.outputDigest.text());
        if (!isNew && known->second != step.outputDigest.text())
            report("trace-gap", Severity::Info, step, "The same question had another answer in an earlier step.");
    }

    // A source that is called read, and that no step has read.
    void checkUnreadClaims()
    {
        const auto &trace = context_.proposal.trace;
        const bool namesSources =
            std::ranges::any_of(trace, [](const TraceStep &step) { return !step.sourceIds.empty(); });
        if (!namesSources)
            return;
        std::set<std::string_view> read;
        for (const TraceStep &step : trace)
            for (const domain::SourceId &id : step.sourceIds)
                read.insert(id.text());
        for (std::size_t s = 0; s < context_.sources.size(); ++s) {
            const domain::Source &source = *context_.sources[s].source;
            if (source.read && !read.contains(source.id.text()))
                reports_.push_back({.code = "trace-gap",
                                    .severity = Severity::Info,
                                    .source = s,
                                    .message = "The agent says that it read this source; no step of its trace did."});
        }
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::unordered_map<std::string, std::string> results_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.proposal.trace.empty())
        Traces(context, reports).run();
}

} // namespace

const Check &traceCheck()
{
    static constexpr Check check{
        "traces",
        "1",
        "Steps that the task does not explain, tools that a source names, steps out of time, and sources that no step "
        "has read.",
        "What the agent did and did not write down, and what a tool really does.",
        "Reads the agent's own log; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
