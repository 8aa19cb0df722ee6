// Why a cryptographic operation gave no result. Never says which byte was wrong.
#pragma once

namespace countersign::crypto
{

enum class CryptoError {
    ParametersRefused, // a derivation cheaper than the floor (a downgrade) or dearer than the ceiling (a stall)
    OutOfMemory,       // Argon2id could not have the memory that its parameters name
    WrongSize,         // a key, seed or output of a size that the algorithm does not have
    NotAuthentic,      // wrong key, or changed bytes
};

} // namespace countersign::crypto
