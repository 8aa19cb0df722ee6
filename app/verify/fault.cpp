#include "app/verify/fault.hpp"

#include <array>

namespace countersign::verify
{
namespace
{

struct Words {
    FaultRule rule;
    std::string_view name, sentence;
};

using R = FaultRule;

constexpr std::array words{
    Words{R::Unreadable, "unreadable", "cannot be read"},
    Words{R::NotAFile, "not-a-file", "is no plain file"},
    Words{R::EntryTwice, "entry-twice", "is in the archive twice"},
    Words{R::TooManyEntries, "too-many-entries", "the package has more files than a package may have"},
    Words{R::Unexpected, "unexpected", "is not named by the manifest"},
    Words{R::Missing, "missing", "is missing"},
    Words{R::TooLarge, "too-large", "is larger than such a file may be"},
    Words{R::Changed, "changed", "has not the length and digest that the manifest names"},
    Words{R::KeysMalformed, "keys-malformed", "is no set of keys as the contract describes it"},
    Words{R::ManifestMalformed, "manifest-malformed", "is no manifest in its canonical form"},
    Words{R::ManifestUnsigned, "manifest-unsigned", "the signature over the manifest does not hold"},
    Words{R::ManifestKeyUnknown, "manifest-key-unknown", "is not signed by a gateway's key of keys.json"},
    Words{R::RootKeyDiffers, "root-key-differs", "is not signed by the key given with --root"},
    Words{R::ManifestChanged, "manifest-changed", "is not the manifest that manifest.jws signs"},
    Words{R::LineMalformed, "line-malformed", "the line is not one JSON object of its kind in canonical form"},
    Words{R::LineTooLong, "line-too-long", "the line is longer than a line may be"},
    Words{R::LineUnfinished, "line-unfinished", "the last line does not end with a line feed"},
    Words{R::LinesMissing, "lines-missing", "the line was changed, or lines are missing after it"},
    Words{R::IndexOutOfOrder, "index-out-of-order", "the line is not the next one of the log"},
    Words{R::ReceiptInvalid, "receipt-invalid", "the receipt does not hold"},
    Words{R::ReceiptKeyUnknown, "receipt-key-unknown", "the receipt is not signed by a key that the gateway had then"},
    Words{R::ReceiptPlace, "receipt-place", "index or instant of the line are not the receipt's"},
    Words{R::LogRootDiffers, "log-root-differs", "the log up to here has another root than the one that was signed"},
    Words{R::DecisionInvalid, "decision-invalid", "the decision does not hold"},
    Words{R::DecisionKeyUnknown, "decision-key-unknown", "the decision is not signed by a reviewer's key of keys.json"},
    Words{R::KeyNotValidThen, "key-not-valid-then", "the key was not valid at that time"},
    Words{R::KeyOfAnother, "key-of-another", "the key belongs to another person or device than the decision says"},
    Words{R::IdsDiffer, "ids-differ", "the receipt names another decision or item than the decision does"},
    Words{R::OtherAudience, "other-audience", "the decision was made for another gateway"},
    Words{R::NonceDiffers, "nonce-differs", "the person authenticated for another item or verdict"},
    Words{R::EditedDraftDiffers, "edited-draft-differs",
          "the edited draft is missing or not the one that its digest names"},
    Words{R::CarriedProofInvalid, "carried-proof-invalid",
          "the decision claims the token that its signer carries, and that token's word for it does not hold"},
    Words{R::NotCovered, "not-covered",
          "the decision is signed on behalf of somebody for whom its signer did not stand in then"},
    Words{R::OffTheChain, "off-the-chain", "the decision does not follow the previous one of its signer and device"},
    Words{R::DecisionTwice, "decision-twice", "a decision of this id was accepted before"},
    Words{R::ItemMissing, "item-missing", "the item that was decided on is not in the package"},
    Words{R::ItemMalformed, "item-malformed", "the item is not in canonical form, or has no policy"},
    Words{R::PolicyDiffers, "policy-differs", "the decision names another policy version than its item"},
    Words{R::RenderedMissing, "rendered-missing", "what the reviewer was shown is not in the package"},
    Words{R::RenderedMalformed, "rendered-malformed",
          "what the reviewer was shown is no display model in canonical form"},
    Words{R::SecondDecision, "second-decision", "the item's revision was decided before, and that decision stands"},
    Words{R::AmendsUnknown, "amends-unknown", "the decision amends one that is not there or is about another item"},
    Words{R::ReleaseUnfounded, "release-unfounded", "the release rests on a decision that does not carry it"},
    Words{R::ReleaseShort, "release-short", "the release lacks signatures that its policy demanded"},
    Words{R::ReleaseTwice, "release-twice", "the item's revision was released before"},
    Words{R::OutcomeUnfounded, "outcome-unfounded", "the outcome belongs to no release"},
    Words{R::OutcomeTwice, "outcome-twice", "the release has an outcome already"},
    Words{R::CheckpointInvalid, "checkpoint-invalid", "is no checkpoint that the gateway signed"},
    Words{R::CheckpointDiffers, "checkpoint-differs",
          "the checkpoint contradicts the one before it, or the logs of this package"},
    Words{R::RecordMissing, "record-missing", "the decision has no leaf in the log of records"},
    Words{R::RecordDiffers, "record-differs", "the leaf in the log of records commits to something else"},
    Words{R::RegistryDiffers, "registry-differs", "the keys are not what the log of records made of them"},
    Words{R::TrailBroken, "trail-broken", "the event does not follow the one before it in its trail"},
    Words{R::ErasedUnfounded, "erased-unfounded",
          "the decision's words are missing and no record says that they were erased"},
    Words{R::CountDiffers, "count-differs", "a count of the manifest is not what the package holds"},
};

const Words &wordsOf(FaultRule rule)
{
    for (const Words &row : words)
        if (row.rule == rule)
            return row;
    return words.front();
}

std::string_view causeText(audit::ChainError cause)
{
    using C = audit::ChainError;
    switch (cause) {
    case C::TooLarge:
        return "too large";
    case C::NotThreeParts:
        return "not three parts";
    case C::NotBase64url:
        return "not base64url in its one form";
    case C::HeaderNotJson:
        return "header is not strict JSON";
    case C::HeaderMembers:
        return "header has not exactly alg, kid and typ";
    case C::WrongAlgorithm:
        return "wrong algorithm";
    case C::WrongType:
        return "wrong type";
    case C::MalformedKeyId:
        return "malformed key id";
    case C::PayloadNotJson:
        return "payload is not strict JSON";
    case C::PayloadNotCanonical:
        return "payload is not canonical";
    case C::SignatureSize:
        return "signature has not 64 bytes";
    case C::OtherKey:
        return "names another key";
    case C::SignatureInvalid:
        return "signature does not verify";
    case C::ReceiptMalformed:
        return "not a receipt of the contract";
    case C::DecisionMalformed:
        return "not a decision of the contract";
    case C::OtherDecision:
        return "receipt is for another decision";
    case C::ProofInvalid:
        return "inclusion proof does not lead to its root";
    case C::ChainGap:
        return "seq is not the next one";
    case C::ChainBroken:
        return "prev is not the digest of the one before";
    case C::KeysMalformed:
    case C::ManifestMalformed:
    case C::LineMalformed:
    case C::CheckpointMalformed:
    case C::RecordMalformed:
        return "malformed";
    }
    return {};
}

} // namespace

std::string_view ruleText(FaultRule rule)
{
    return wordsOf(rule).name;
}

std::string sentence(const Fault &fault)
{
    std::string text(wordsOf(fault.rule).sentence);
    if (fault.cause)
        text += " (" + std::string(causeText(*fault.cause)) + ')';
    return text;
}

} // namespace countersign::verify
