// Everything that can happen to the engine: what a person asks, what the ports answer, and the time that it asked for.
#pragma once

#include "core/desk/command.hpp"
#include "core/ports/blobs.hpp"
#include "core/ports/ledger.hpp"
#include "core/ports/sign_on.hpp"
#include "core/ports/tokens.hpp"
#include "core/ports/vault.hpp"
#include "core/ports/wire.hpp"

#include <variant>

namespace countersign::engine
{

struct Woken {
};

using Event = std::variant<desk::Command, ports::WireEvent, ports::LedgerEvent, ports::VaultEvent, ports::BlobEvent,
                           ports::SignOnEvent, ports::TokenEvent, Woken>;

} // namespace countersign::engine
