#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Source {
    Q_DECLARE_TR_FUNCTIONS(Source)
};

} // namespace

QString phrase(domain::Severity severity)
{
    using enum domain::Severity;
    switch (severity) {
    case Info:
        return Source::tr("For information");
    case Warning:
        return Source::tr("To look at");
    case Stop:
        return Source::tr("Stop");
    }
    return {};
}

QString phrase(domain::ResolvableBy way)
{
    using enum domain::ResolvableBy;
    switch (way) {
    case Edit:
        return Source::tr("Edit the statement");
    case RemoveStatement:
        return Source::tr("Remove the statement");
    case Cite:
        return Source::tr("Cite a source");
    case Acknowledge:
        return Source::tr("Acknowledge");
    case Reject:
        return Source::tr("Reject the draft");
    case Escalate:
        return Source::tr("Escalate");
    case OwnKnowledge:
        return Source::tr("I know this myself");
    }
    return {};
}

QString phrase(domain::Statement::Basis basis)
{
    using enum domain::Statement::Basis;
    switch (basis) {
    case Unstated:
        return {};
    case Stated:
        return Source::tr("stated in a source");
    case Inferred:
        return Source::tr("inferred by the agent");
    case GeneralKnowledge:
        return Source::tr("general knowledge");
    case Boilerplate:
        return Source::tr("standard wording");
    }
    return {};
}

QString phrase(domain::Source::Kind kind)
{
    using enum domain::Source::Kind;
    switch (kind) {
    case Fhir:
        return Source::tr("Chart data");
    case Note:
        return Source::tr("Note");
    case Transcript:
        return Source::tr("Conversation");
    case Document:
        return Source::tr("Document");
    case Image:
        return Source::tr("Image");
    case Guideline:
        return Source::tr("Guideline");
    case PayerPolicy:
        return Source::tr("Payer policy");
    case Message:
        return Source::tr("Message");
    }
    return {};
}

QString phrase(domain::Source::MediaType type)
{
    using enum domain::Source::MediaType;
    switch (type) {
    case Unstated:
        return {};
    case PlainText:
        return Source::tr("plain text");
    case FhirJson:
        return Source::tr("FHIR");
    case Pdf:
        return Source::tr("PDF");
    case Png:
        return Source::tr("PNG image");
    case Jpeg:
        return Source::tr("JPEG image");
    case Tiff:
        return Source::tr("TIFF image");
    }
    return {};
}

QString phrase(domain::Criterion::Status status)
{
    using enum domain::Criterion::Status;
    switch (status) {
    case Met:
        return Source::tr("Met");
    case NotMet:
        return Source::tr("Not met");
    case Missing:
        return Source::tr("Evidence missing");
    case Unclear:
        return Source::tr("Unclear");
    }
    return {};
}

QString phrase(domain::Answer::Origin origin)
{
    using enum domain::Answer::Origin;
    switch (origin) {
    case Unstated:
        return Source::tr("origin not stated");
    case AutoClient:
        return Source::tr("filled in from the chart");
    case AutoServer:
        return Source::tr("filled in by the payer");
    case Override:
        return Source::tr("changed by hand");
    case Manual:
        return Source::tr("entered by hand");
    }
    return {};
}

QString phrase(domain::TraceStep::Kind kind)
{
    using enum domain::TraceStep::Kind;
    switch (kind) {
    case Unstated:
        return Source::tr("kind not stated");
    case Read:
        return Source::tr("read");
    case Compute:
        return Source::tr("computed");
    case Write:
        return Source::tr("wrote");
    case External:
        return Source::tr("called outside");
    }
    return {};
}

QString phrase(domain::TraceStep::PhiShare share)
{
    using enum domain::TraceStep::PhiShare;
    switch (share) {
    case Unstated:
        return Source::tr("sharing not stated");
    case None:
        return Source::tr("no patient data shared");
    case Tokenised:
        return Source::tr("pseudonyms shared");
    case Minimum:
        return Source::tr("least patient data shared");
    case Full:
        return Source::tr("full patient data shared");
    }
    return {};
}

QString phrase(domain::TraceStep::Status status)
{
    using enum domain::TraceStep::Status;
    switch (status) {
    case Ok:
        return Source::tr("done");
    case Error:
        return Source::tr("failed");
    case Skipped:
        return Source::tr("skipped");
    }
    return {};
}

QString phrase(domain::PeerFinding::Severity severity)
{
    using enum domain::PeerFinding::Severity;
    switch (severity) {
    case Unstated:
        return Source::tr("severity not stated");
    case Info:
        return Source::tr("for information");
    case Warning:
        return Source::tr("to look at");
    case Stop:
        return Source::tr("stop");
    }
    return {};
}

QString phrase(domain::Risk::Samd kind)
{
    using enum domain::Risk::Samd;
    switch (kind) {
    case Unstated:
        return Source::tr("not stated");
    case Administrative:
        return Source::tr("administrative");
    case NonDeviceCds:
        return Source::tr("decision support");
    case Device:
        return Source::tr("medical device");
    }
    return {};
}

} // namespace countersign::text
