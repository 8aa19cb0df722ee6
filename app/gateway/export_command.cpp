// `export-audit`: the audit package (contract, audit-package.md). While no server runs on the folder.
#include "app/gateway/commands.hpp"
#include "app/gateway/opening.hpp"
#include "app/gateway/package_sinks.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/fhir/evidence.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/decision_codec.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <limits>

namespace countersign::gateway
{
namespace
{

using audit::Manifest;
using store::gateway::DecisionRow;
using store::gateway::GatewayStore;

// A part of the log: by place or by time of receipt; `end` is not part of it.
struct Bound {
    std::optional<std::int64_t> index;
    std::optional<Instant> at;
};
struct Scope {
    Bound begin, end;
    bool holdsPhi = false;
    std::string exportedBy;
};

Result<Bound, int> readBound(const Arguments &arguments, std::string_view option)
{
    const auto text = arguments.value(option);
    if (!text)
        return Bound{};
    std::int64_t index = 0;
    const auto [end, wrong] = std::from_chars(text->data(), text->data() + text->size(), index);
    if (wrong == std::errc() && end == text->data() + text->size() && index >= 0)
        return Bound{index, {}};
    if (const auto at = parseInstant(*text))
        return Bound{{}, at};
    return failure(say(WrongUse, std::string(option) + " is a place in the log or an instant."));
}

bool isBefore(const Bound &bound, std::int64_t index, Instant at)
{
    return (bound.index && index < *bound.index) || (bound.at && at < *bound.at);
}

bool isWithin(const Scope &scope, const DecisionRow &row)
{
    const bool isUnbounded = !scope.end.index && !scope.end.at;
    return !isBefore(scope.begin, row.index, row.receivedAt)
           && (isUnbounded || isBefore(scope.end, row.index, row.receivedAt));
}

// The account that runs this command, as the operating system calls it: whoever may read the folder's keys may export.
std::string operatorName()
{
    for (const char *variable : {"SUDO_USER", "LOGNAME", "USER", "USERNAME"}) {
        const char *value = std::getenv(variable);
        if (value != nullptr && isId(value))
            return "operator:" + std::string(value);
    }
    return "operator:unnamed";
}

// Whether that is a person of this gateway who may act.
Result<bool, store::StoreError> mayExport(GatewayStore &store, const std::string &id)
{
    return store.users().transform([&](const auto &users) {
        return std::any_of(users.begin(), users.end(),
                           [&](const auto &user) { return user.reviewer.id.text() == id && !user.isDisabled; });
    });
}

class Exporter
{
public:
    Exporter(GatewayStore &store, const Registrar::Identity &identity, const Scope &scope, audit::PackageSink &sink,
             audit::Checkpoint checkpoint)
        : store_(store), identity_(identity), scope_(scope), sink_(sink), checkpoint_(std::move(checkpoint))
    {
    }

    // False where the store or the sink failed.
    bool run(Instant now)
    {
        const bool isRead =
            store_
                .eachDecision(0, std::numeric_limits<std::int64_t>::max(), [&](const DecisionRow &row) { survey(row); })
                .has_value();
        const auto keys = readKeys();
        if (!isRead || !keys)
            return false;
        audit::PackageWriter writer(sink_, manifest(now), before_);
        return writeDecisions(writer) && writeOutcomes(writer) && writeItems(writer) && writeTrust(writer)
               && writeFhir(writer) && writer.finish(*keys, identity_.key);
    }
    [[nodiscard]] std::int64_t decisionCount() const { return std::max<std::int64_t>(last_ - first_ + 1, 0); }

private:
    Manifest manifest(Instant now) const
    {
        Manifest manifest;
        manifest.gateway = identity_.gatewayId;
        manifest.exportedBy = scope_.exportedBy;
        manifest.appVersion = COUNTERSIGN_VERSION;
        manifest.exportedAt = now;
        manifest.from = scope_.begin.at;
        manifest.to = scope_.end.at;
        manifest.holdsPhi = scope_.holdsPhi;
        return manifest;
    }

    // Which decisions are in scope, and what the log was before them.
    void survey(const DecisionRow &row)
    {
        if (isWithin(scope_, row)) {
            first_ = std::min(first_, row.index);
            last_ = row.index;
            firstAt_ = std::min(firstAt_, row.receivedAt);
            lastAt_ = row.receivedAt;
        } else if (last_ < 0) {
            before_.append(*crypto::parseDigest(row.digest.text()));
        }
    }

    bool writeDecisions(audit::PackageWriter &writer)
    {
        return store_
            .eachDecision(first_, last_,
                          [&](const DecisionRow &row) {
                              if (row.jws.empty())
                                  return writer.addErased(row.receivedAt, row.digest, row.receipt);
                              writer.addDecision(row.receivedAt, row.jws, row.receipt);
                              if (scope_.holdsPhi)
                                  writer.addRendered(row.rendered);
                          })
            .has_value();
    }

    bool writeOutcomes(audit::PackageWriter &writer)
    {
        const bool isFromStart = first_ == 0 || (!scope_.begin.index && !scope_.begin.at);
        const bool isToEnd = !scope_.end.index && !scope_.end.at;
        const Instant begin = isFromStart ? Instant::min() : scope_.begin.at.value_or(firstAt_);
        return store_
            .eachOutcome([&](const store::gateway::OutcomeRow &row) {
                const bool isTooLate = !isToEnd && (scope_.end.at ? row.at >= *scope_.end.at : row.at > lastAt_);
                const auto line = audit::decodeOutcomeLine(row.line);
                if (line && row.at >= begin && !isTooLate)
                    writer.addOutcome(*line);
            })
            .has_value();
    }

    bool writeItems(audit::PackageWriter &writer)
    {
        if (!scope_.holdsPhi)
            return true;
        return store_
            .eachDecidedItem(first_, last_,
                             [&](std::string_view canonical) {
                                 if (!canonical.empty()) // else it is erased
                                     writer.addItem(canonical);
                             })
            .has_value();
    }

    // The log of records, the checkpoints over both logs, the audit trails: whole, whatever part of the decisions is
    // asked for, because keys and rights come from their beginning.
    bool writeTrust(audit::PackageWriter &writer)
    {
        const auto records = store_.eachRecord([&](const store::gateway::RecordRow &row) {
            writer.addRecord({row.index, row.leaf, row.salt, row.document});
        });
        const auto checkpoints = store_.eachCheckpoint([&](std::string_view jws) { writer.addCheckpoint(jws); });
        writer.addCheckpoint(audit::signCheckpoint(checkpoint_, identity_.key));
        const auto events = store_.eachTrailEntry(
            [&](Instant receivedAt, std::string_view bytes) { writer.addEvent(receivedAt, bytes); });
        return records && checkpoints && events;
    }

    bool writeFhir(audit::PackageWriter &writer)
    {
        std::vector<fhir::DecidedAction> actions;
        std::vector<DecisionRow> rows;
        const auto read = store_.eachDecision(first_, last_, [&](const DecisionRow &row) { rows.push_back(row); });
        for (const DecisionRow &row : rows) {
            if (const auto action = describe(row))
                actions.push_back(*action);
        }
        std::vector<domain::AuditEntry> trail;
        const auto events = store_.eachTrailEntry([&](Instant, std::string_view bytes) {
            if (auto entry = protocol::readAuditEntry(bytes))
                trail.push_back(*std::move(entry));
        });
        writer.addFhir(fhir::evidenceBundle(identity_.gatewayId, actions, trail));
        return read && events;
    }

    // Nothing for what is no decision on an item: seals, unreadable statements.
    std::optional<fhir::DecidedAction> describe(const DecisionRow &row)
    {
        const auto item = store_.findItem(row.item);
        const auto summary = item && *item ? protocol::readSummary((*item)->summary)
                                           : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
        const auto parts = audit::parseJws(audit::JwsType::Decision, row.jws);
        const auto statement = parts ? protocol::readDecision(parts->payload)
                                     : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
        const auto receiptParts = audit::parseJws(audit::JwsType::Receipt, row.receipt);
        const auto receipt = receiptParts ? protocol::readReceipt(receiptParts->payload)
                                          : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
        if (!summary || !statement || !receipt)
            return std::nullopt;
        return fhir::DecidedAction{.decisionId = row.id,
                                   .itemId = row.item,
                                   .itemDigest = summary->digest,
                                   .actionType = summary->actionType,
                                   .agent = summary->agent,
                                   .patient = summary->patient,
                                   .verdict = statement->verdict,
                                   .meaning = statement->meaning,
                                   .signer = statement->signer.id,
                                   .signedAt = statement->signedAt,
                                   .jws = row.jws,
                                   .receivedAt = row.receivedAt,
                                   .outcome = receipt->outcome,
                                   .state = summary->state};
    }

    std::optional<audit::KeyRegistry> readKeys()
    {
        const auto rows = store_.keys();
        if (!rows)
            return std::nullopt;
        audit::KeyRegistry keys;
        for (const auto &row : *rows) {
            const auto publicKey = crypto::PublicKey::fromBytes(row.publicKey);
            if (!publicKey)
                return std::nullopt;
            keys.put({row.kid, *publicKey, row.isGateway ? audit::KeyRole::Gateway : audit::KeyRole::Reviewer,
                      row.owner, row.device, row.validFrom, row.revokedAt});
        }
        return keys;
    }

    GatewayStore &store_;
    const Registrar::Identity &identity_;
    const Scope &scope_;
    audit::PackageSink &sink_;
    audit::Checkpoint checkpoint_;
    std::int64_t first_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t last_ = -1;
    Instant firstAt_ = Instant::max(), lastAt_ = Instant::min();
    audit::MerkleFrontier before_;
};

} // namespace

int exportCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--out", "--from", "--to", "--by"}, {"--with-phi"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    const auto out = data.and_then([&](const std::string &) { return demand(*arguments, "--out"); });
    if (!out)
        return out.error();
    const auto begin = readBound(*arguments, "--from");
    const auto end = begin.and_then([&](const Bound &) { return readBound(*arguments, "--to"); });
    if (!end)
        return end.error();
    Scope scope{*begin, *end, arguments->has("--with-phi"), operatorName()};
    const DataDirectory directory(*data);
    SystemDice dice;
    const Instant now = SystemClock().now();
    auto registrar = openRegistrar(directory, dice);
    if (!registrar)
        return say(CouldNot, sentenceOf(registrar.error()));
    store::gateway::GatewayStore *store = &registrar->store();
    if (const auto by = arguments->value("--by")) {
        const auto named = mayExport(*store, *by);
        if (!named)
            return say(CouldNot, "The store cannot be read.");
        if (!*named)
            return say(AnswerIsNo, "There is no user of this id, or it is disabled.");
        scope.exportedBy = *by;
    }
    // That it was exported is in the log before anything is.
    if (!registrar->noteExport(scope.exportedBy, scope.holdsPhi, now))
        return say(CouldNot, "The store cannot be written.");
    FolderSink sink(*out);
    if (!sink.begin())
        return say(CouldNot, "The package's place is taken or cannot be written.");
    Exporter exporter(*store, registrar->identity(), scope, sink, registrar->checkpoint());
    const bool isWritten = exporter.run(now) && sink.finish();
    if (!isWritten || !registrar->close())
        return say(CouldNot, "The package could not be written.");
    tell(*arguments, "exported " + std::to_string(exporter.decisionCount()) + " decisions",
         protocol::Json::object({{"decisions", exporter.decisionCount()},
                                 {"out", *out},
                                 {"exportedBy", scope.exportedBy},
                                 {"withPhi", scope.holdsPhi}}));
    return Succeeded;
}

int databaseCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    if (arguments->words().size() != 1 || arguments->words()[0] != "migrate")
        return say(WrongUse, "Say db migrate --data DIR.");
    auto store = openStore(DataDirectory(*data), store::OpenMode::MustExist); // opening brings the schema up to date
    const bool isClosed = store && store->close();
    if (!isClosed)
        return say(CouldNot, store ? "The store cannot be written." : sentenceOf(store.error()));
    if (arguments->has("--json"))
        tell(*arguments, {}, protocol::Json::object({{"migrated", true}}));
    return Succeeded;
}

} // namespace countersign::gateway
