// A person who may sign, as the gateway's registry knows them.
#pragma once

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

} // namespace countersign::domain
