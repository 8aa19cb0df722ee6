#include "ui/presenters/review_display_model.hpp"

#include "core/base/result.hpp"
#include "core/domain/names.hpp"

#include <algorithm>

namespace countersign::presenters
{
namespace
{

using domain::DisplayModel;

std::string_view wordOf(Support support)
{
    switch (support) {
    case Support::Quoted:
        return "quoted";
    case Support::Normalised:
        return "quoted-normalised";
    case Support::Own:
        return "own-knowledge";
    case Support::Boilerplate:
        return "boilerplate";
    case Support::Partly:
        return "partly-found";
    case Support::Cited:
        return "cited";
    case Support::Uncited:
        return "nothing-cited";
    case Support::NotFound:
        return "quote-not-found";
    case Support::None:
        break;
    }
    return "";
}

class Writer
{
public:
    void add(std::string label, std::string_view text, bool folded = false, bool flagged = false)
    {
        model_.push_back({std::move(label), std::string{text}, folded, flagged});
    }
    // Leaves out what the item does not say.
    void addIfStated(std::string label, std::string_view text)
    {
        if (!text.empty())
            add(std::move(label), text);
    }

    void addPatient(const domain::Patient &patient)
    {
        add("patient.id", patient.id.text());
        add("patient.family", patient.family.reveal());
        add("patient.given", patient.given.reveal());
        add("patient.birthDate", patient.birthDate.reveal());
        add("patient.mrn", patient.mrn.reveal());
        add("patient.sex", name(patient.sex));
        add("patient.allergyStatus", name(patient.allergyStatus));
        for (std::size_t i = 0; i < patient.allergies.size(); ++i) {
            const domain::Allergy &allergy = patient.allergies[i];
            add("patient.allergy:" + std::to_string(i + 1),
                allergy.substance + (allergy.reaction.empty() ? "" : " \u2014 " + allergy.reaction));
        }
    }

    void addAction(const domain::Item &item)
    {
        add("action.type", item.proposal.action.type.text());
        add("action.title", item.proposal.action.title);
        add("action.effect", item.proposal.action.effect);
        add("tier", name(item.tier));
        add("agent", item.proposal.agent.id.text() + " " + item.proposal.agent.version);
    }

    void addStatements(const Shown &shown)
    {
        for (const domain::Section &section : domain::sectionsOf(shown.edits.draft())) {
            add("section:" + section.id.text(), section.title);
            for (const domain::Statement &statement : section.statements)
                addStatement(statement, shown);
        }
        for (const domain::Change &change : shown.edits.changes()) {
            const std::string label = "change:" + change.statementId.text() + ":" + std::string{name(change.op)};
            add(label + ".class", name(change.kind));
            add(label + ".before", change.before);
            add(label + ".after", change.after);
        }
    }

    void addDraft(const domain::Draft &draft)
    {
        std::visit(Overload{[](const domain::NoteDraft &) {},
                            [&](const domain::PriorAuthDraft &request) { addRequest(request); },
                            [&](const domain::ToolCallDraft &call) {
                                add("toolCall.name", call.name);
                                add("toolCall.arguments", call.arguments);
                                addIfStated("toolCall.description", call.description);
                                addIfStated("toolCall.argumentsSchema", call.argumentsSchema);
                            }},
                   draft);
    }

    void addSources(const Shown &shown)
    {
        for (const domain::Source &source : shown.item.proposal.sources) {
            const std::string label = "source:" + source.id.text();
            add(label, source.title, !shown.opened.contains(source.id), !source.read);
            if (!source.read)
                add(label + ".unread", source.unreadReason, false, true);
        }
    }

    // In the order in which they stood; the values are what was on the screen.
    void addFindings(const FindingReading *found)
    {
        if (found == nullptr)
            return;
        for (const domain::Finding &finding : found->list()) {
            const std::string label = "finding:" + finding.id.text();
            add(label, finding.code, false, finding.severity != domain::Severity::Info);
            add(label + ".severity", name(finding.severity));
            addIfStated(label + ".statement", finding.statementId.text());
            for (const auto &[side, value] : finding.values)
                addIfStated(label + "." + side, value);
            if (const auto said = found->answers().find(finding.id); said != found->answers().end())
                add(label + ".answer", said->second.reason);
        }
    }

    [[nodiscard]] DisplayModel take() { return std::move(model_); }

private:
    void addStatement(const domain::Statement &statement, const Shown &shown)
    {
        const auto step = std::find_if(shown.steps.begin(), shown.steps.end(),
                                       [&](const DraftStep &s) { return s.statement == statement.id && !s.isRemoved; });
        const Support support = step == shown.steps.end() ? Support::None : step->support;
        const bool isFlagged = isUnsupported(support);
        const std::string label = "statement:" + statement.id.text();
        add(label, statement.text, false, isFlagged);
        addIfStated(label + ".support", wordOf(support));
        if (shown.acknowledged.contains(statement.id))
            add(label + ".acknowledged", "yes");
    }

    void addRequest(const domain::PriorAuthDraft &request)
    {
        for (const domain::Criterion &criterion : request.criteria) {
            add("criterion:" + criterion.id, criterion.text);
            add("criterion:" + criterion.id + ".status", name(criterion.status));
        }
        for (const domain::Answer &answer : request.answers)
            add("answer:" + answer.linkId, name(answer.origin));
        add("request.bundle", request.bundle);
        addIfStated("request.questionnaireResponse", request.questionnaireResponse);
    }

    DisplayModel model_;
};

} // namespace

domain::DisplayModel displayModelOf(const Shown &shown)
{
    Writer writer;
    writer.addPatient(shown.item.proposal.patient);
    writer.addAction(shown.item);
    writer.addStatements(shown);
    writer.addDraft(shown.edits.draft());
    writer.addFindings(shown.found);
    writer.addSources(shown);
    return writer.take();
}

} // namespace countersign::presenters
