// Why something signed, logged or chained is not what it claims to be. Names the rule, never the content.
#pragma once

namespace countersign::audit
{

enum class ChainError {
    // Compact JWS (decision.schema.json)
    TooLarge,            // over core/protocol/limits.hpp
    NotThreeParts,       // header, payload and signature, each followed by nothing but one dot
    NotBase64url,        // padding, foreign characters or stray bits
    HeaderNotJson,       // not strict JSON
    HeaderMembers,       // other members than alg, kid and typ, or one that is no string
    WrongAlgorithm,      // alg is not EdDSA
    WrongType,           // typ is not the one that was asked for
    MalformedKeyId,      // kid is not an RFC 7638 SHA-256 thumbprint
    PayloadNotJson,      // not strict JSON
    PayloadNotCanonical, // not its own RFC 8785 form
    SignatureSize,       // not 64 bytes
    OtherKey,            // kid names another key than the one at hand
    SignatureInvalid,
    DecisionMalformed, // the payload breaks decision.schema.json
    // Receipt (receipt.schema.json)
    ReceiptMalformed, // the payload breaks it
    OtherDecision,    // its decisionDigest is of another decision
    ProofInvalid,     // the inclusion proof does not lead to its root
    // Device chain
    ChainGap,    // seq is not the next one
    ChainBroken, // prev is not the digest of the entry before it
    // Key registry and audit package
    KeysMalformed,
    ManifestMalformed,
    LineMalformed,
    CheckpointMalformed, // it breaks core/audit/checkpoint, or is of another gateway
    RecordMalformed,
};

} // namespace countersign::audit
