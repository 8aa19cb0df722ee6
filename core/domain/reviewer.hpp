// A person who may sign, as the gateway's registry knows them.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <string>

namespace countersign::domain
{

enum class Role { Clinician, Pharmacist, Nurse, Coordinator, Supervisor, Auditor, Administrator };

struct Reviewer {
    ReviewerId id;
    std::string name;
    Role role = Role::Clinician;
    std::string credentials;
    std::string npi;
    bool operator==(const Reviewer &) const = default;
};

// Somebody who is away, and for whom another person signs meanwhile, as themselves. By the gateway's word.
struct Cover {
    ReviewerId absent;
    std::string name; // printed, of whoever is away
    Instant since, until;
    [[nodiscard]] bool counts(Instant at) const { return since <= at && at <= until; }
    bool operator==(const Cover &) const = default;
};

} // namespace countersign::domain
