// Where a decision stands, in the contract's words. Nothing else may look like success.
#pragma once

namespace countersign::domain
{

enum class Standing {
    Drafting,   // the word is "Draft": not durable yet
    Stored,     // database, sealed copy and head mark are durable on this machine
    Sent,       // handed to the gateway, no receipt yet
    Confirmed,  // receipt and inclusion proof verified
    Held,       // accepted, inside the hold window or waiting for a co-signature
    Superseded, // another decision was first
    Refused,    // the gateway said no, and why
    Quarantined // cannot be trusted: kept, not sent
};

} // namespace countersign::domain
