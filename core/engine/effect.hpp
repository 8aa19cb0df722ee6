// Everything that the engine can ask of its ports, as values: steps list them, one function of the engine does them.
#pragma once

#include "core/desk/command.hpp"
#include "core/ports/ledger.hpp"
#include "core/ports/sign_on.hpp"
#include "core/ports/vault.hpp"
#include "core/protocol/messages.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace countersign::engine
{

using StoredRows = std::vector<std::pair<domain::ItemId, std::string>>;

namespace effect
{

struct Connect {
};
struct Send {
    protocol::Message message;
};
struct Disconnect {
};

struct OpenLedger {
};
struct Append {
    ports::SealedDecision decision;
};
struct StoreStanding {
    domain::DecisionId id;
    domain::Standing standing = domain::Standing::Sent;
    std::string receipt;
};
struct StoreChanges {
    StoredRows rows;
    std::int64_t position = 0;
};
struct ReplaceQueue {
    StoredRows rows;
    std::int64_t position = 0;
};
struct StoreItem {
    domain::ItemId id;
    std::string canonical;
};
struct LoadItem {
    domain::ItemId id;
};
struct StoreDraft {
    ports::UnsignedDraft draft;
    std::uint64_t ticket = 0;
};
struct ForgetDraft {
    domain::ItemId item;
    domain::Digest digest; // empty: all of the item
};
struct StorePersonal {
    std::string name, value;
};
struct RecordEvents {
    domain::TrailId trail;
    std::vector<ports::TrailEntry> entries;
};
struct LoadEvents {
    std::int64_t from = 0, count = 0;
};
struct AcknowledgeEvents {
    std::int64_t upTo = 0;
    std::string receipt;
};
struct KeepCheckpoint {
    std::string checkpoint;
};
struct KeepEvidence {
    std::string content;
};
struct CloseLedger {
};

struct LoadBlob {
    domain::Digest digest;
    domain::ItemId item;
    std::string session;
};
struct AbandonBlobs {
};

struct OpenVault {
    domain::ReviewerId user;
    desk::Password password;
};
struct EnrolVault {
    domain::ReviewerId user;
    desk::Password password;
};
struct RecoverVault {
    domain::ReviewerId user;
    desk::Password code, password;
};
struct MakeRecoveryCode {
    std::uint64_t request = 0;
};
struct KeepRecoveryCode {
    std::uint64_t request = 0;
    desk::Password lastGroup;
};
struct ChangePassword {
    std::uint64_t request = 0;
    desk::Password oldPassword, newPassword;
};
struct SignDecision {
    std::uint64_t request = 0;
    desk::Password password;
    std::string signingInput;
};
struct SignCarried {
    std::uint64_t request = 0;
    ports::CarriedWord word;
    std::string signingInput;
};
struct AskToken {
    std::uint64_t request = 0;
    desk::Password pin;
    std::string bytes;
};
struct AbandonToken {
};
struct ProveLink {
    std::uint64_t request = 0;
    std::string proof;
};
struct BeginKeyChange {
    std::uint64_t request = 0;
    desk::Password password;
};
struct FinishKeyChange {
    std::uint64_t request = 0;
};
struct AskIssuer {
    ports::SignOnQuestion question;
};
struct AbandonIssuer {
};
struct KeepCard {
    std::string card;
};
struct LockVault {
};

} // namespace effect

using Effect =
    std::variant<effect::Connect, effect::Send, effect::Disconnect, effect::OpenLedger, effect::Append,
                 effect::StoreStanding, effect::StoreChanges, effect::ReplaceQueue, effect::StoreItem, effect::LoadItem,
                 effect::StoreDraft, effect::ForgetDraft, effect::StorePersonal, effect::RecordEvents,
                 effect::LoadEvents, effect::AcknowledgeEvents, effect::KeepCheckpoint, effect::KeepEvidence,
                 effect::CloseLedger, effect::LoadBlob, effect::AbandonBlobs, effect::OpenVault, effect::EnrolVault,
                 effect::RecoverVault, effect::MakeRecoveryCode, effect::KeepRecoveryCode, effect::ChangePassword,
                 effect::SignDecision, effect::ProveLink, effect::BeginKeyChange, effect::FinishKeyChange,
                 effect::SignCarried, effect::AskToken, effect::AbandonToken, effect::AskIssuer, effect::AbandonIssuer,
                 effect::KeepCard, effect::LockVault>;
using Effects = std::vector<Effect>;

} // namespace countersign::engine
