// Every size, count and wait of the wire, on one screen. "contract" is its README, "Common types"; the other
// figures are the reliability plan's, section 4.1, wherever the contract does not ask for more.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace countersign::protocol
{

struct JsonLimits {
    std::size_t bytesMax;
    std::size_t depthMax;
    std::size_t membersMax; // of one object
    std::size_t itemsMax;   // of one array
    std::size_t stringBytesMax;
    std::size_t valuesMax; // of the whole document: bounds the memory that small text can ask for
};

namespace limits
{

inline constexpr std::size_t kiB = 1024;
inline constexpr std::size_t miB = 1024 * kiB;

// JSON (contract)
inline constexpr std::int64_t integerMax = (std::int64_t{1} << 53) - 1; // and down to its negative
inline constexpr std::size_t depthMax = 64;
inline constexpr std::size_t membersMax = 256;
inline constexpr std::size_t itemsMax = 4096;

// Documents (contract)
inline constexpr std::size_t proposalBytesMax = 8 * miB;
inline constexpr std::size_t stringBytesMax = 4 * miB;
inline constexpr std::size_t sourceTextBytesMax = 2 * miB;
inline constexpr std::size_t blobBytesMax = 64 * miB;
inline constexpr std::size_t sourcesMax = 500;
inline constexpr std::size_t statementsMax = 2000;
inline constexpr std::size_t citationsPerStatementMax = 32;

// Signed statements. A decision carries the whole edited draft, so it may be larger than the plan's 64 KiB, but it
// has to travel inside one message.
inline constexpr std::size_t jwsBytesMax = 768 * kiB;
inline constexpr std::size_t jwsHeaderBytesMax = 512;
inline constexpr std::size_t commentCodePointsMax = 4000;
inline constexpr std::size_t proofHashesMax = 63;
inline constexpr std::size_t displayFieldsMax = 65'536; // what a reviewer was shown of one item

// The console's stream
inline constexpr std::size_t messageBytesMax = 1 * miB;
inline constexpr std::size_t passwordCodePointsMax = 1024;
inline constexpr std::size_t idTokenBytesMax = 16 * kiB;
inline constexpr std::size_t frameBytesMax = 256 * kiB;
inline constexpr std::size_t fragmentsMax = 64;
inline constexpr std::size_t blobChunkBytesMax = 256 * kiB;
inline constexpr std::chrono::seconds probeAfterSilence{30};
inline constexpr std::chrono::seconds lostAfterSilence{60};
inline constexpr std::chrono::milliseconds retryDelayMin{500};
inline constexpr std::chrono::milliseconds retryDelayMax{60'000};
inline constexpr std::chrono::minutes leaseDuration{10};
inline constexpr std::size_t itemBytesMax = 2 * proposalBytesMax; // policy and tier are added to the proposal
inline constexpr std::size_t snapshotRowsMax = 1'000'000;
inline constexpr std::size_t decisionsInFlightMax = 8;
inline constexpr std::size_t fetchesInFlightMax = 4;
inline constexpr std::size_t auditEventsPerMessageMax = 200;
inline constexpr std::size_t proofsPerMessageMax = 16;
inline constexpr std::size_t coversMax = 100;
inline constexpr std::size_t noticesMax = 50;
inline constexpr std::size_t auditEventBytesMax = 2 * kiB;

// The agent's door
inline constexpr std::size_t httpHeaderBytesMax = 8 * kiB;
inline constexpr std::size_t urlBytesMax = 2 * kiB;
inline constexpr std::size_t httpFieldsMax = 64;
inline constexpr std::chrono::seconds longPollMax{60};

// Whole documents by kind
inline constexpr JsonLimits proposal{proposalBytesMax, depthMax, membersMax, itemsMax, stringBytesMax, 1'000'000};
inline constexpr JsonLimits item{itemBytesMax, depthMax, membersMax, itemsMax, stringBytesMax, 1'000'000};
inline constexpr JsonLimits message{messageBytesMax, depthMax, membersMax, itemsMax, jwsBytesMax, 100'000};
inline constexpr JsonLimits statement{jwsBytesMax, depthMax, membersMax, itemsMax, jwsBytesMax, 100'000};
inline constexpr JsonLimits displayModel{messageBytesMax,         2, 4, displayFieldsMax, messageBytesMax,
                                         5 * displayFieldsMax + 1};
inline constexpr JsonLimits auditEvent{auditEventBytesMax, 1, 16, 0, 256, 32};
inline constexpr JsonLimits jwsHeader{jwsHeaderBytesMax, 1, 3, 0, jwsHeaderBytesMax, 4};
// JSON text inside a proposal's strings: FHIR resources, tool arguments, schemas.
inline constexpr JsonLimits embedded{stringBytesMax, depthMax, membersMax, itemsMax, stringBytesMax, 1'000'000};

} // namespace limits
} // namespace countersign::protocol
